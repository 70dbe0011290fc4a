package dev.bobbin.protocol.v2.hook;

import dev.bobbin.protocol.wire.WireEnum;

/** How a hook's line is meant. */
public enum HookOutputEntryKind implements WireEnum {
    WARNING("warning"),
    STOP("stop"),
    FEEDBACK("feedback"),
    CONTEXT("context"),
    ERROR("error");

    private final String wireName;

    HookOutputEntryKind(String wireName) {
        this.wireName = wireName;
    }

    @Override
    public String wireName() {
        return wireName;
    }
}
