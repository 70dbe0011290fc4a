/** Tests of the tables. */
@NullMarked
package dev.bobbin.protocol.method;

import org.jspecify.annotations.NullMarked;
