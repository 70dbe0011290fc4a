package dev.bobbin.protocol.v2.thread;

/** Answer to {@code thread/goal/clear}. */
public record ThreadGoalClearResponse(boolean cleared) {}
