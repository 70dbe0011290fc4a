package dev.bobbin.protocol.v2.approval;

import dev.bobbin.protocol.wire.WireEnum;

/** Which kind of execution a reviewed command came from. */
public enum GuardianCommandSource implements WireEnum {
    SHELL("shell"),
    UNIFIED_EXEC("unifiedExec");

    private final String wireName;

    GuardianCommandSource(String wireName) {
        this.wireName = wireName;
    }

    @Override
    public String wireName() {
        return wireName;
    }
}
