package dev.bobbin.protocol.v2.approval;

import dev.bobbin.protocol.wire.WireEnum;

/** How an automatic review stands or ended. */
public enum GuardianApprovalReviewStatus implements WireEnum {
    IN_PROGRESS("inProgress"),
    APPROVED("approved"),
    DENIED("denied"),
    TIMED_OUT("timedOut"),
    ABORTED("aborted");

    private final String wireName;

    GuardianApprovalReviewStatus(String wireName) {
        this.wireName = wireName;
    }

    @Override
    public String wireName() {
        return wireName;
    }
}
