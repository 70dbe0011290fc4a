package dev.bobbin.appserver.dispatch;

import com.googlecode.jsonrpc4j.JsonRpcMethod;
import dev.bobbin.protocol.method.NoParams;
import dev.bobbin.protocol.method.RemoteControlMethods;
import dev.bobbin.protocol.v2.remote.RemoteControlClientsListParams;
import dev.bobbin.protocol.v2.remote.RemoteControlClientsRevokeParams;
import dev.bobbin.protocol.v2.remote.RemoteControlPairingStartParams;

/** Remote control. What jsonrpc4j calls, see {@link RequestRouter}. */
public final class RemoteControlService {
    private final RequestRouter router;

    RemoteControlService(RequestRouter router) {
        this.router = router;
    }

    @JsonRpcMethod("remoteControl/enable")
    public void remoteControlEnable(NoParams params) {
        router.run(RemoteControlMethods.REMOTE_CONTROL_ENABLE, params);
    }

    @JsonRpcMethod("remoteControl/disable")
    public void remoteControlDisable(NoParams params) {
        router.run(RemoteControlMethods.REMOTE_CONTROL_DISABLE, params);
    }

    @JsonRpcMethod("remoteControl/status/read")
    public void remoteControlStatusRead(NoParams params) {
        router.run(RemoteControlMethods.REMOTE_CONTROL_STATUS_READ, params);
    }

    @JsonRpcMethod("remoteControl/pairing/start")
    public void remoteControlPairingStart(RemoteControlPairingStartParams params) {
        router.run(RemoteControlMethods.REMOTE_CONTROL_PAIRING_START, params);
    }

    @JsonRpcMethod("remoteControl/client/list")
    public void remoteControlClientList(RemoteControlClientsListParams params) {
        router.run(RemoteControlMethods.REMOTE_CONTROL_CLIENT_LIST, params);
    }

    @JsonRpcMethod("remoteControl/client/revoke")
    public void remoteControlClientRevoke(RemoteControlClientsRevokeParams params) {
        router.run(RemoteControlMethods.REMOTE_CONTROL_CLIENT_REVOKE, params);
    }
}
