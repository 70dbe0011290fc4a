package dev.bobbin.protocol.v2.account;

import dev.bobbin.protocol.wire.WireEnum;

/** The plan that an account is on. */
public enum PlanType implements WireEnum {
    FREE("free"),
    GO("go"),
    PLUS("plus"),
    PRO("pro"),
    PROLITE("prolite"),
    TEAM("team"),
    SELF_SERVE_BUSINESS_USAGE_BASED("self_serve_business_usage_based"),
    BUSINESS("business"),
    ENTERPRISE_CBP_USAGE_BASED("enterprise_cbp_usage_based"),
    ENTERPRISE("enterprise"),
    EDU("edu"),
    UNKNOWN("unknown");

    private final String wireName;

    PlanType(String wireName) {
        this.wireName = wireName;
    }

    @Override
    public String wireName() {
        return wireName;
    }
}
