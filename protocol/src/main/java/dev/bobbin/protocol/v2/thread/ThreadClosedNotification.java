package dev.bobbin.protocol.v2.thread;

import dev.bobbin.protocol.wire.ThreadScoped;

/** Announced as {@code thread/closed}. */
public record ThreadClosedNotification(String threadId) implements ThreadScoped {}
