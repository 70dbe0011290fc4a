package dev.bobbin.protocol.v2.realtime;

import dev.bobbin.protocol.wire.WireEnum;

/** Whether the model speaks or writes. */
public enum RealtimeOutputModality implements WireEnum {
    TEXT("text"),
    AUDIO("audio");

    private final String wireName;

    RealtimeOutputModality(String wireName) {
        this.wireName = wireName;
    }

    @Override
    public String wireName() {
        return wireName;
    }
}
