package dev.bobbin.protocol.v2.remote;

import dev.bobbin.protocol.wire.WireEnum;

/** The order in which devices are listed. */
public enum RemoteControlClientsListOrder implements WireEnum {
    ASC("asc"),
    DESC("desc");

    private final String wireName;

    RemoteControlClientsListOrder(String wireName) {
        this.wireName = wireName;
    }

    @Override
    public String wireName() {
        return wireName;
    }
}
