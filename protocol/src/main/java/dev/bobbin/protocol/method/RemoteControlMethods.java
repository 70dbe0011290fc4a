package dev.bobbin.protocol.method;

import dev.bobbin.protocol.v2.remote.RemoteControlClientsListParams;
import dev.bobbin.protocol.v2.remote.RemoteControlClientsListResponse;
import dev.bobbin.protocol.v2.remote.RemoteControlClientsRevokeParams;
import dev.bobbin.protocol.v2.remote.RemoteControlClientsRevokeResponse;
import dev.bobbin.protocol.v2.remote.RemoteControlDisableResponse;
import dev.bobbin.protocol.v2.remote.RemoteControlEnableResponse;
import dev.bobbin.protocol.v2.remote.RemoteControlPairingStartParams;
import dev.bobbin.protocol.v2.remote.RemoteControlPairingStartResponse;
import dev.bobbin.protocol.v2.remote.RemoteControlStatusReadResponse;
import org.jspecify.annotations.Nullable;

/** Control of this server from other devices. */
public interface RemoteControlMethods {
    /** {@code remoteControl/enable} */
    Method<NoParams, RemoteControlEnableResponse> REMOTE_CONTROL_ENABLE = Method.of(
                    "remoteControl/enable", NoParams.class, RemoteControlEnableResponse.class, LaneRule.UNORDERED)
            .experimental();

    /** {@code remoteControl/disable} */
    Method<NoParams, RemoteControlDisableResponse> REMOTE_CONTROL_DISABLE = Method.of(
                    "remoteControl/disable", NoParams.class, RemoteControlDisableResponse.class, LaneRule.UNORDERED)
            .experimental();

    /** {@code remoteControl/status/read} */
    Method<NoParams, RemoteControlStatusReadResponse> REMOTE_CONTROL_STATUS_READ = Method.of(
                    "remoteControl/status/read",
                    NoParams.class,
                    RemoteControlStatusReadResponse.class,
                    LaneRule.UNORDERED)
            .experimental();

    /** {@code remoteControl/pairing/start} */
    Method<RemoteControlPairingStartParams, RemoteControlPairingStartResponse> REMOTE_CONTROL_PAIRING_START = Method.of(
                    "remoteControl/pairing/start",
                    RemoteControlPairingStartParams.class,
                    RemoteControlPairingStartResponse.class,
                    LaneRule.UNORDERED)
            .experimental();

    /** {@code remoteControl/client/list} */
    Method<RemoteControlClientsListParams, RemoteControlClientsListResponse> REMOTE_CONTROL_CLIENT_LIST = Method.of(
                    "remoteControl/client/list",
                    RemoteControlClientsListParams.class,
                    RemoteControlClientsListResponse.class,
                    LaneRule.UNORDERED)
            .experimental();

    /** {@code remoteControl/client/revoke} */
    Method<RemoteControlClientsRevokeParams, RemoteControlClientsRevokeResponse> REMOTE_CONTROL_CLIENT_REVOKE =
            Method.of(
                            "remoteControl/client/revoke",
                            RemoteControlClientsRevokeParams.class,
                            RemoteControlClientsRevokeResponse.class,
                            LaneRule.UNORDERED)
                    .experimental();

    /** The row with this wire name, or null. */
    static @Nullable Method<?, ?> named(String name) {
        return switch (name) {
            case "remoteControl/enable" -> REMOTE_CONTROL_ENABLE;
            case "remoteControl/disable" -> REMOTE_CONTROL_DISABLE;
            case "remoteControl/status/read" -> REMOTE_CONTROL_STATUS_READ;
            case "remoteControl/pairing/start" -> REMOTE_CONTROL_PAIRING_START;
            case "remoteControl/client/list" -> REMOTE_CONTROL_CLIENT_LIST;
            case "remoteControl/client/revoke" -> REMOTE_CONTROL_CLIENT_REVOKE;
            default -> null;
        };
    }
}
