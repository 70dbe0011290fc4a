/** Finding files by a few letters of their path. */
@NullMarked
package dev.bobbin.protocol.v2.search;

import org.jspecify.annotations.NullMarked;
