package dev.bobbin.protocol.v2.thread;

import dev.bobbin.protocol.wire.WireEnum;

/** How a goal stands. */
public enum ThreadGoalStatus implements WireEnum {
    ACTIVE("active"),
    PAUSED("paused"),
    BLOCKED("blocked"),
    USAGE_LIMITED("usageLimited"),
    BUDGET_LIMITED("budgetLimited"),
    COMPLETE("complete");

    private final String wireName;

    ThreadGoalStatus(String wireName) {
        this.wireName = wireName;
    }

    @Override
    public String wireName() {
        return wireName;
    }
}
