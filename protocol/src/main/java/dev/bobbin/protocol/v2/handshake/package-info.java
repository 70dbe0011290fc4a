/** The first exchange on a connection. */
@NullMarked
package dev.bobbin.protocol.v2.handshake;

import org.jspecify.annotations.NullMarked;
