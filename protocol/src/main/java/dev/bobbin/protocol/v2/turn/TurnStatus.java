package dev.bobbin.protocol.v2.turn;

import dev.bobbin.protocol.wire.WireEnum;

/** How a turn stands or ended. */
public enum TurnStatus implements WireEnum {
    COMPLETED("completed"),
    INTERRUPTED("interrupted"),
    FAILED("failed"),
    IN_PROGRESS("inProgress");

    private final String wireName;

    TurnStatus(String wireName) {
        this.wireName = wireName;
    }

    @Override
    public String wireName() {
        return wireName;
    }
}
