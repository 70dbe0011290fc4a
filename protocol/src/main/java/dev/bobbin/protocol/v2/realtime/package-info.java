/** Spoken conversations. Sound travels in base64. */
@NullMarked
package dev.bobbin.protocol.v2.realtime;

import org.jspecify.annotations.NullMarked;
