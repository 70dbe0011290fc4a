package dev.bobbin.rollout.line;

/** Tokens spent. */
public record TokenUsage(
        long inputTokens, long cachedInputTokens, long outputTokens, long reasoningOutputTokens, long totalTokens) {}
