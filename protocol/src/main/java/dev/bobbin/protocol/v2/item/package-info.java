/** Items of a turn: what was said, thought and done, and how that is streamed. */
@NullMarked
package dev.bobbin.protocol.v2.item;

import org.jspecify.annotations.NullMarked;
