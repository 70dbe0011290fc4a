package dev.bobbin.rollout.line;

import org.jspecify.annotations.Nullable;

/**
 * Tokens spent by a thread.
 *
 * @param total by the whole thread
 * @param last by the last request to the model
 * @param modelContextWindow tokens the model can hold; null if unknown
 */
public record TokenUsageInfo(
        TokenUsage total, TokenUsage last, @Nullable Long modelContextWindow) {}
