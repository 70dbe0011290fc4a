package dev.bobbin.protocol.v2.thread;

import dev.bobbin.protocol.wire.Patch;
import dev.bobbin.protocol.wire.ThreadScoped;
import org.jspecify.annotations.Nullable;

/** Parameters of {@code thread/goal/set}. */
public record ThreadGoalSetParams(
        String threadId,
        @Nullable String objective,
        @Nullable ThreadGoalStatus status,
        Patch<Long> tokenBudget) implements ThreadScoped {}
