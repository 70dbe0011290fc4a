package dev.bobbin.protocol.v2.turn;

/** Numbers of tokens, by what they were used for. */
public record TokenUsageBreakdown(
        long totalTokens, long inputTokens, long cachedInputTokens, long outputTokens, long reasoningOutputTokens) {}
