package dev.bobbin.protocol.v2.turn;

import dev.bobbin.protocol.wire.WireEnum;

/** The tone the model is asked to take. */
public enum Personality implements WireEnum {
    NONE("none"),
    FRIENDLY("friendly"),
    PRAGMATIC("pragmatic");

    private final String wireName;

    Personality(String wireName) {
        this.wireName = wireName;
    }

    @Override
    public String wireName() {
        return wireName;
    }
}
