package dev.bobbin.protocol.json.shapes;

/** Written by {@code ShapeListTest}. */
public final class RemoteShapes {
    private RemoteShapes() {}

    /** One line per record and union. */
    public static String list() {
        return """
                RemoteControlClient clientId:S displayName?:S deviceType?:S platform?:S osVersion?:S deviceModel?:S appVersion?:S lastSeenAt?:i64
                RemoteControlClientsListParams environmentId:S cursor?:S limit?:u32 order?:Lv2.remote.RemoteControlClientsListOrder
                RemoteControlClientsListResponse data:[Lv2.remote.RemoteControlClient nextCursor?:S
                RemoteControlClientsRevokeParams environmentId:S clientId:S
                RemoteControlClientsRevokeResponse
                RemoteControlDisableResponse status:Lv2.remote.RemoteControlConnectionStatus serverName:S installationId:S environmentId?:S
                RemoteControlEnableResponse status:Lv2.remote.RemoteControlConnectionStatus serverName:S installationId:S environmentId?:S
                RemoteControlPairingStartParams manualCode=:B
                RemoteControlPairingStartResponse pairingCode:S manualPairingCode?:S environmentId:S expiresAt:i64
                RemoteControlStatusChangedNotification status:Lv2.remote.RemoteControlConnectionStatus serverName:S installationId:S environmentId?:S
                RemoteControlStatusReadResponse status:Lv2.remote.RemoteControlConnectionStatus serverName:S installationId:S environmentId?:S
                """;
    }
}
