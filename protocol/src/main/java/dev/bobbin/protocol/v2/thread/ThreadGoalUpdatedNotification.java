package dev.bobbin.protocol.v2.thread;

import dev.bobbin.protocol.wire.ThreadScoped;
import org.jspecify.annotations.Nullable;

/** Announced as {@code thread/goal/updated}. */
public record ThreadGoalUpdatedNotification(
        String threadId, @Nullable String turnId, ThreadGoal goal) implements ThreadScoped {}
