package dev.bobbin.protocol.v2.item;

import dev.bobbin.protocol.wire.WireEnum;

/** How far a command got. */
public enum CommandExecutionStatus implements WireEnum {
    IN_PROGRESS("inProgress"),
    COMPLETED("completed"),
    FAILED("failed"),
    DECLINED("declined");

    private final String wireName;

    CommandExecutionStatus(String wireName) {
        this.wireName = wireName;
    }

    @Override
    public String wireName() {
        return wireName;
    }
}
