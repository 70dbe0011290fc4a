package dev.bobbin.protocol.v2.remote;

import org.jspecify.annotations.Nullable;

/** Announced as {@code remoteControl/status/changed}. */
public record RemoteControlStatusChangedNotification(
        RemoteControlConnectionStatus status,
        String serverName,
        String installationId,
        @Nullable String environmentId) {}
