package dev.bobbin.protocol.v2.realtime;

import dev.bobbin.protocol.wire.WireEnum;

/** The version of the realtime protocol. */
public enum RealtimeConversationVersion implements WireEnum {
    V1("v1"),
    V2("v2");

    private final String wireName;

    RealtimeConversationVersion(String wireName) {
        this.wireName = wireName;
    }

    @Override
    public String wireName() {
        return wireName;
    }
}
