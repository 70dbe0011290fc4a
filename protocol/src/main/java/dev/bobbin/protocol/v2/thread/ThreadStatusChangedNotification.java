package dev.bobbin.protocol.v2.thread;

import dev.bobbin.protocol.wire.ThreadScoped;

/** Announced as {@code thread/status/changed}. */
public record ThreadStatusChangedNotification(String threadId, ThreadStatus status) implements ThreadScoped {}
