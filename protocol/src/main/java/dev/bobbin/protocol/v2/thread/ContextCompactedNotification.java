package dev.bobbin.protocol.v2.thread;

import dev.bobbin.protocol.wire.ThreadScoped;

/** Announced as {@code thread/compacted}. */
public record ContextCompactedNotification(String threadId, String turnId) implements ThreadScoped {}
