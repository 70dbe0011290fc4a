/** Features that can be switched. */
@NullMarked
package dev.bobbin.protocol.v2.feature;

import org.jspecify.annotations.NullMarked;
