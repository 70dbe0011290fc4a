package dev.bobbin.protocol.v2.remote;

import org.jspecify.annotations.Nullable;

/** Answer to {@code remoteControl/disable}. */
public record RemoteControlDisableResponse(
        RemoteControlConnectionStatus status,
        String serverName,
        String installationId,
        @Nullable String environmentId) {}
