/** What the model remembers across threads. */
@NullMarked
package dev.bobbin.protocol.v2.memory;

import org.jspecify.annotations.NullMarked;
