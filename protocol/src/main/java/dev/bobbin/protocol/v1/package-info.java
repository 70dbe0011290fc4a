/** The few methods that predate threads; clients still call them. */
@NullMarked
package dev.bobbin.protocol.v1;

import org.jspecify.annotations.NullMarked;
