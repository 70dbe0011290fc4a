package dev.bobbin.protocol.v2.thread;

import org.jspecify.annotations.Nullable;

/** Answer to {@code thread/goal/get}. */
public record ThreadGoalGetResponse(@Nullable ThreadGoal goal) {}
