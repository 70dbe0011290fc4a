package dev.bobbin.protocol.v2.account;

/** Announced as {@code account/rateLimits/updated}. */
public record AccountRateLimitsUpdatedNotification(RateLimitSnapshot rateLimits) {}
