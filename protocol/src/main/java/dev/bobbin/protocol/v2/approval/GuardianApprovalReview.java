package dev.bobbin.protocol.v2.approval;

import org.jspecify.annotations.Nullable;

/** An automatic review of an approval request. */
public record GuardianApprovalReview(
        GuardianApprovalReviewStatus status,
        @Nullable GuardianRiskLevel riskLevel,
        @Nullable GuardianUserAuthorization userAuthorization,
        @Nullable String rationale) {}
