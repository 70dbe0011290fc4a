/** Commands that a client runs in the sandbox. */
@NullMarked
package dev.bobbin.protocol.v2.command;

import org.jspecify.annotations.NullMarked;
