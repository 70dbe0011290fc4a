package dev.bobbin.appserver.dispatch;

import dev.bobbin.protocol.method.NoParams;
import dev.bobbin.protocol.method.RemoteControlMethods;
import dev.bobbin.protocol.v2.remote.RemoteControlClientsListParams;
import dev.bobbin.protocol.v2.remote.RemoteControlClientsRevokeParams;
import dev.bobbin.protocol.v2.remote.RemoteControlPairingStartParams;

/** Remote control. What jsonrpc4j calls, see {@link RequestRouter}. */
public interface RemoteControlService extends Service {
    default void remoteControlEnable(NoParams params) {
        router().run(RemoteControlMethods.REMOTE_CONTROL_ENABLE, params);
    }

    default void remoteControlDisable(NoParams params) {
        router().run(RemoteControlMethods.REMOTE_CONTROL_DISABLE, params);
    }

    default void remoteControlStatusRead(NoParams params) {
        router().run(RemoteControlMethods.REMOTE_CONTROL_STATUS_READ, params);
    }

    default void remoteControlPairingStart(RemoteControlPairingStartParams params) {
        router().run(RemoteControlMethods.REMOTE_CONTROL_PAIRING_START, params);
    }

    default void remoteControlClientList(RemoteControlClientsListParams params) {
        router().run(RemoteControlMethods.REMOTE_CONTROL_CLIENT_LIST, params);
    }

    default void remoteControlClientRevoke(RemoteControlClientsRevokeParams params) {
        router().run(RemoteControlMethods.REMOTE_CONTROL_CLIENT_REVOKE, params);
    }
}
