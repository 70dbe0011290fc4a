package dev.bobbin.protocol.v2.turn;

import dev.bobbin.protocol.wire.WireEnum;

/** How far a step of the plan got. */
public enum TurnPlanStepStatus implements WireEnum {
    PENDING("pending"),
    IN_PROGRESS("inProgress"),
    COMPLETED("completed");

    private final String wireName;

    TurnPlanStepStatus(String wireName) {
        this.wireName = wireName;
    }

    @Override
    public String wireName() {
        return wireName;
    }
}
