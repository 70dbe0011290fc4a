/** Tests of reading and writing. */
@NullMarked
package dev.bobbin.protocol.json;

import org.jspecify.annotations.NullMarked;
