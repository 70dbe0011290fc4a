package dev.bobbin.protocol.v2.item;

import dev.bobbin.protocol.wire.WireEnum;

/** How far a call of a collaboration tool got. */
public enum CollabAgentToolCallStatus implements WireEnum {
    IN_PROGRESS("inProgress"),
    COMPLETED("completed"),
    FAILED("failed");

    private final String wireName;

    CollabAgentToolCallStatus(String wireName) {
        this.wireName = wireName;
    }

    @Override
    public String wireName() {
        return wireName;
    }
}
