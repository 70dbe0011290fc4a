package dev.bobbin.protocol.v2.remote;

import dev.bobbin.protocol.wire.WireEnum;

/** How the connection for remote control stands. */
public enum RemoteControlConnectionStatus implements WireEnum {
    DISABLED("disabled"),
    CONNECTING("connecting"),
    CONNECTED("connected"),
    ERRORED("errored");

    private final String wireName;

    RemoteControlConnectionStatus(String wireName) {
        this.wireName = wireName;
    }

    @Override
    public String wireName() {
        return wireName;
    }
}
