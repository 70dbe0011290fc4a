package dev.bobbin.protocol.v2.approval;

import dev.bobbin.protocol.wire.ThreadScoped;
import org.jspecify.annotations.Nullable;

/** Announced as {@code item/autoApprovalReview/started}. */
public record ItemGuardianApprovalReviewStartedNotification(
        String threadId,
        String turnId,
        long startedAtMs,
        String reviewId,
        @Nullable String targetItemId,
        GuardianApprovalReview review,
        GuardianApprovalReviewAction action)
        implements ThreadScoped {}
