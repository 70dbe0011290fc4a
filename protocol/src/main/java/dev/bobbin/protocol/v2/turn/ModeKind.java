package dev.bobbin.protocol.v2.turn;

import dev.bobbin.protocol.wire.WireEnum;

/** The ways of working together. */
public enum ModeKind implements WireEnum {
    PLAN("plan"),
    DEFAULT("default");

    private final String wireName;

    ModeKind(String wireName) {
        this.wireName = wireName;
    }

    @Override
    public String wireName() {
        return wireName;
    }
}
