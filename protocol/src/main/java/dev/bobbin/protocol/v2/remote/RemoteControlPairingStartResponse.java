package dev.bobbin.protocol.v2.remote;

import org.jspecify.annotations.Nullable;

/** Answer to {@code remoteControl/pairing/start}. */
public record RemoteControlPairingStartResponse(
        String pairingCode, @Nullable String manualPairingCode, String environmentId, long expiresAt) {}
