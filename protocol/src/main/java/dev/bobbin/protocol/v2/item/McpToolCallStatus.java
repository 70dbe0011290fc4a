package dev.bobbin.protocol.v2.item;

import dev.bobbin.protocol.wire.WireEnum;

/** How far a call of a tool server's tool got. */
public enum McpToolCallStatus implements WireEnum {
    IN_PROGRESS("inProgress"),
    COMPLETED("completed"),
    FAILED("failed");

    private final String wireName;

    McpToolCallStatus(String wireName) {
        this.wireName = wireName;
    }

    @Override
    public String wireName() {
        return wireName;
    }
}
