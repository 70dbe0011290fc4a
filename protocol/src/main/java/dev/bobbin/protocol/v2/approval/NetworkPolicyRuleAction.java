package dev.bobbin.protocol.v2.approval;

import dev.bobbin.protocol.wire.WireEnum;

/** What a rule about a host says. */
public enum NetworkPolicyRuleAction implements WireEnum {
    ALLOW("allow"),
    DENY("deny");

    private final String wireName;

    NetworkPolicyRuleAction(String wireName) {
        this.wireName = wireName;
    }

    @Override
    public String wireName() {
        return wireName;
    }
}
