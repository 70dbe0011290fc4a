package dev.bobbin.protocol.v2.thread;

import dev.bobbin.protocol.wire.ThreadScoped;

/** Parameters of {@code thread/compact/start}. */
public record ThreadCompactStartParams(String threadId) implements ThreadScoped {}
