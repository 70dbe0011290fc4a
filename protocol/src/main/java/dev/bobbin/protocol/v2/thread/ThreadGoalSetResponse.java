package dev.bobbin.protocol.v2.thread;

/** Answer to {@code thread/goal/set}. */
public record ThreadGoalSetResponse(ThreadGoal goal) {}
