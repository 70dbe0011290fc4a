package dev.bobbin.protocol.v2.turn;

import org.jspecify.annotations.Nullable;

/** The tokens that a thread has used, in all and for the last model response. */
public record ThreadTokenUsage(
        TokenUsageBreakdown total,
        TokenUsageBreakdown last,
        @Nullable Long modelContextWindow) {}
