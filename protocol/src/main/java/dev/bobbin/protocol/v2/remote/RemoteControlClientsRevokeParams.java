package dev.bobbin.protocol.v2.remote;

/** Parameters of {@code remoteControl/client/revoke}. */
public record RemoteControlClientsRevokeParams(String environmentId, String clientId) {}
