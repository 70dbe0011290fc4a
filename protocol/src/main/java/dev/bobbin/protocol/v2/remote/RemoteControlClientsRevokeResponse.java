package dev.bobbin.protocol.v2.remote;

/** Answer to {@code remoteControl/client/revoke}. */
public record RemoteControlClientsRevokeResponse() {}
