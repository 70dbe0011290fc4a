/** Control of this server from other devices. */
@NullMarked
package dev.bobbin.protocol.v2.remote;

import org.jspecify.annotations.NullMarked;
