package dev.bobbin.protocol.v2.handshake;

import org.jspecify.annotations.Nullable;

/** Parameters of {@code initialize}. */
public record InitializeParams(
        ClientInfo clientInfo, @Nullable InitializeCapabilities capabilities) {}
