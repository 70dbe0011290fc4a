/** Reviews of changes. */
@NullMarked
package dev.bobbin.protocol.v2.review;

import org.jspecify.annotations.NullMarked;
