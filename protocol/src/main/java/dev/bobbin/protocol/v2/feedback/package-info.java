/** Feedback to the makers. */
@NullMarked
package dev.bobbin.protocol.v2.feedback;

import org.jspecify.annotations.NullMarked;
