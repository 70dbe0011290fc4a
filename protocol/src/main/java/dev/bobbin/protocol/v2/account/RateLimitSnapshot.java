package dev.bobbin.protocol.v2.account;

import org.jspecify.annotations.Nullable;

/** The account's limits and use at a moment. */
public record RateLimitSnapshot(
        @Nullable String limitId,
        @Nullable String limitName,
        @Nullable RateLimitWindow primary,
        @Nullable RateLimitWindow secondary,
        @Nullable CreditsSnapshot credits,
        @Nullable SpendControlLimitSnapshot individualLimit,
        @Nullable PlanType planType,
        @Nullable RateLimitReachedType rateLimitReachedType) {}
