package dev.bobbin.protocol.v2.approval;

import dev.bobbin.protocol.wire.ThreadScoped;
import org.jspecify.annotations.Nullable;

/** Announced as {@code item/autoApprovalReview/completed}. */
public record ItemGuardianApprovalReviewCompletedNotification(
        String threadId,
        String turnId,
        long startedAtMs,
        long completedAtMs,
        String reviewId,
        @Nullable String targetItemId,
        AutoReviewDecisionSource decisionSource,
        GuardianApprovalReview review,
        GuardianApprovalReviewAction action)
        implements ThreadScoped {}
