package dev.bobbin.protocol.v2.turn;

/**
 * Numbers of tokens, by what they were used for.
 *
 * @param cachedInputTokens contained in {@code inputTokens}
 * @param reasoningOutputTokens contained in {@code outputTokens}
 */
public record TokenUsageBreakdown(
        long totalTokens, long inputTokens, long cachedInputTokens, long outputTokens, long reasoningOutputTokens) {}
