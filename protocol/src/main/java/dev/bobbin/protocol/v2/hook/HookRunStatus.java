package dev.bobbin.protocol.v2.hook;

import dev.bobbin.protocol.wire.WireEnum;

/** How a run of a hook stands or ended. */
public enum HookRunStatus implements WireEnum {
    RUNNING("running"),
    COMPLETED("completed"),
    FAILED("failed"),
    BLOCKED("blocked"),
    STOPPED("stopped");

    private final String wireName;

    HookRunStatus(String wireName) {
        this.wireName = wireName;
    }

    @Override
    public String wireName() {
        return wireName;
    }
}
