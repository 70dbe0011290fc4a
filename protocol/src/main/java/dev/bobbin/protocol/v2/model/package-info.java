/** Models and collaboration modes that threads can use. */
@NullMarked
package dev.bobbin.protocol.v2.model;

import org.jspecify.annotations.NullMarked;
