package dev.bobbin.protocol.v2.thread;

import dev.bobbin.protocol.wire.ThreadScoped;

/** Parameters of {@code thread/goal/get}. */
public record ThreadGoalGetParams(String threadId) implements ThreadScoped {}
