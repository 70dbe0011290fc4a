package dev.bobbin.protocol.v2.handshake;

import dev.bobbin.protocol.wire.AbsolutePath;

/** Answer to {@code initialize}. */
public record InitializeResponse(
        String userAgent, @AbsolutePath String codexHome, String platformFamily, String platformOs) {}
