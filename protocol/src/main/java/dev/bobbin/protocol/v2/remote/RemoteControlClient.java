package dev.bobbin.protocol.v2.remote;

import org.jspecify.annotations.Nullable;

/** A device that may control this server from afar. */
public record RemoteControlClient(
        String clientId,
        @Nullable String displayName,
        @Nullable String deviceType,
        @Nullable String platform,
        @Nullable String osVersion,
        @Nullable String deviceModel,
        @Nullable String appVersion,
        @Nullable Long lastSeenAt) {}
