package dev.bobbin.protocol.v2.turn;

import dev.bobbin.protocol.wire.WireEnum;

/** The kinds of turn that take no further input. */
public enum NonSteerableTurnKind implements WireEnum {
    REVIEW("review"),
    COMPACT("compact");

    private final String wireName;

    NonSteerableTurnKind(String wireName) {
        this.wireName = wireName;
    }

    @Override
    public String wireName() {
        return wireName;
    }
}
