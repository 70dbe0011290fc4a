package dev.bobbin.protocol.v2.remote;

import org.jspecify.annotations.Nullable;

/** Answer to {@code remoteControl/status/read}. */
public record RemoteControlStatusReadResponse(
        RemoteControlConnectionStatus status,
        String serverName,
        String installationId,
        @Nullable String environmentId) {}
