package dev.bobbin.protocol.v2.thread;

import org.jspecify.annotations.Nullable;

/** What a thread works towards, and what that has cost. Times are Unix seconds. */
public record ThreadGoal(
        String threadId,
        String objective,
        ThreadGoalStatus status,
        @Nullable Long tokenBudget,
        long tokensUsed,
        long timeUsedSeconds,
        long createdAt,
        long updatedAt) {}
