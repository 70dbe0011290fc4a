package dev.bobbin.protocol.v2.thread;

import dev.bobbin.protocol.wire.ThreadScoped;

/** Announced as {@code thread/goal/cleared}. */
public record ThreadGoalClearedNotification(String threadId) implements ThreadScoped {}
