package dev.bobbin.protocol.v2.thread;

import dev.bobbin.protocol.wire.ThreadScoped;

/** Announced as {@code thread/archived}. */
public record ThreadArchivedNotification(String threadId) implements ThreadScoped {}
