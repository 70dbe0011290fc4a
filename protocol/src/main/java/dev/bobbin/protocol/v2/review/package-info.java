/** Reviews: a turn that looks at changes and says what is wrong with them. */
@NullMarked
package dev.bobbin.protocol.v2.review;

import org.jspecify.annotations.NullMarked;
