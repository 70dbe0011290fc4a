/** Hooks: what is configured and what ran. */
@NullMarked
package dev.bobbin.protocol.v2.hook;

import org.jspecify.annotations.NullMarked;
