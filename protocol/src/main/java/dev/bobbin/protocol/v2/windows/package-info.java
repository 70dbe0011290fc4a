/** The sandbox on Windows. */
@NullMarked
package dev.bobbin.protocol.v2.windows;

import org.jspecify.annotations.NullMarked;
