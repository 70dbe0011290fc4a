/** Processes that a client runs outside of the sandbox. */
@NullMarked
package dev.bobbin.protocol.v2.process;

import org.jspecify.annotations.NullMarked;
