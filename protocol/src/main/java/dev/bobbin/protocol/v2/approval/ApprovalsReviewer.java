package dev.bobbin.protocol.v2.approval;

import dev.bobbin.protocol.wire.WireEnum;

/** Who answers approval requests: the user, or an agent that stands in. */
public enum ApprovalsReviewer implements WireEnum {
    USER("user"),
    AUTO_REVIEW("auto_review"),
    GUARDIAN_SUBAGENT("guardian_subagent");

    private final String wireName;

    ApprovalsReviewer(String wireName) {
        this.wireName = wireName;
    }

    @Override
    public String wireName() {
        return wireName;
    }
}
