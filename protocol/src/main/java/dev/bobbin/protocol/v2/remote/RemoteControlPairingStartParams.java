package dev.bobbin.protocol.v2.remote;

import dev.bobbin.protocol.wire.Defaulted;

/** Parameters of {@code remoteControl/pairing/start}. */
public record RemoteControlPairingStartParams(@Defaulted boolean manualCode) {}
