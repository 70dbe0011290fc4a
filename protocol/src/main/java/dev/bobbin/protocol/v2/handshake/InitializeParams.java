package dev.bobbin.protocol.v2.handshake;

import org.jspecify.annotations.Nullable;

/**
 * Parameters of {@code initialize}.
 *
 * @param capabilities null for none
 */
public record InitializeParams(
        ClientInfo clientInfo, @Nullable InitializeCapabilities capabilities) {}
