package dev.bobbin.protocol.v2.account;

import dev.bobbin.protocol.wire.WireEnum;

/** Which limit stopped the account. */
public enum RateLimitReachedType implements WireEnum {
    RATE_LIMIT_REACHED("rate_limit_reached"),
    WORKSPACE_OWNER_CREDITS_DEPLETED("workspace_owner_credits_depleted"),
    WORKSPACE_MEMBER_CREDITS_DEPLETED("workspace_member_credits_depleted"),
    WORKSPACE_OWNER_USAGE_LIMIT_REACHED("workspace_owner_usage_limit_reached"),
    WORKSPACE_MEMBER_USAGE_LIMIT_REACHED("workspace_member_usage_limit_reached");

    private final String wireName;

    RateLimitReachedType(String wireName) {
        this.wireName = wireName;
    }

    @Override
    public String wireName() {
        return wireName;
    }
}
