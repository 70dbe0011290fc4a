package dev.bobbin.protocol.v2.account;

import dev.bobbin.protocol.wire.WireEnum;

/** Whether the request for credits was mailed. */
public enum AddCreditsNudgeEmailStatus implements WireEnum {
    SENT("sent"),
    COOLDOWN_ACTIVE("cooldown_active");

    private final String wireName;

    AddCreditsNudgeEmailStatus(String wireName) {
        this.wireName = wireName;
    }

    @Override
    public String wireName() {
        return wireName;
    }
}
