package dev.bobbin.protocol.v2.hook;

import dev.bobbin.protocol.wire.WireEnum;

/** Whether the turn waits for a hook. */
public enum HookExecutionMode implements WireEnum {
    SYNC("sync"),
    ASYNC("async");

    private final String wireName;

    HookExecutionMode(String wireName) {
        this.wireName = wireName;
    }

    @Override
    public String wireName() {
        return wireName;
    }
}
