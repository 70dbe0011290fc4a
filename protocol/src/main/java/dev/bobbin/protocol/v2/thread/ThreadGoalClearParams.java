package dev.bobbin.protocol.v2.thread;

import dev.bobbin.protocol.wire.ThreadScoped;

/** Parameters of {@code thread/goal/clear}. */
public record ThreadGoalClearParams(String threadId) implements ThreadScoped {}
