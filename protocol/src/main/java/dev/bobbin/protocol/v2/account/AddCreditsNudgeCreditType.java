package dev.bobbin.protocol.v2.account;

import dev.bobbin.protocol.wire.WireEnum;

/** What the owner of a workspace is asked to top up. */
public enum AddCreditsNudgeCreditType implements WireEnum {
    CREDITS("credits"),
    USAGE_LIMIT("usage_limit");

    private final String wireName;

    AddCreditsNudgeCreditType(String wireName) {
        this.wireName = wireName;
    }

    @Override
    public String wireName() {
        return wireName;
    }
}
