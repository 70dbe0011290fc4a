package dev.bobbin.protocol.v2.approval;

import dev.bobbin.protocol.wire.WireEnum;

/** Who made the decision of an automatic review. */
public enum AutoReviewDecisionSource implements WireEnum {
    AGENT("agent");

    private final String wireName;

    AutoReviewDecisionSource(String wireName) {
        this.wireName = wireName;
    }

    @Override
    public String wireName() {
        return wireName;
    }
}
