/** Turns: starting, steering, interrupting and running them, and what is told meanwhile. */
@NullMarked
package dev.bobbin.protocol.v2.turn;

import org.jspecify.annotations.NullMarked;
