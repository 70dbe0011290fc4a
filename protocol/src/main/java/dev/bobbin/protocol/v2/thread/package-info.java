/** Threads: starting, resuming, forking, listing, reading and changing them. */
@NullMarked
package dev.bobbin.protocol.v2.thread;

import org.jspecify.annotations.NullMarked;
