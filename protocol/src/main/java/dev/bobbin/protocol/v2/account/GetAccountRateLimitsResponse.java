package dev.bobbin.protocol.v2.account;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Answer to {@code account/rateLimits/read}. */
public record GetAccountRateLimitsResponse(
        RateLimitSnapshot rateLimits, @Nullable Map<String, RateLimitSnapshot> rateLimitsByLimitId) {}
