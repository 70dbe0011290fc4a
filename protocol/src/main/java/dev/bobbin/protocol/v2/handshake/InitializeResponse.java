package dev.bobbin.protocol.v2.handshake;

import dev.bobbin.protocol.wire.AbsolutePath;

/**
 * Answer to {@code initialize}.
 *
 * @param userAgent what the server calls itself towards models
 * @param codexHome the directory with threads and configuration
 */
public record InitializeResponse(
        String userAgent, @AbsolutePath String codexHome, String platformFamily, String platformOs) {}
