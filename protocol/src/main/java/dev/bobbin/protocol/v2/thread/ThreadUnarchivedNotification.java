package dev.bobbin.protocol.v2.thread;

import dev.bobbin.protocol.wire.ThreadScoped;

/** Announced as {@code thread/unarchived}. */
public record ThreadUnarchivedNotification(String threadId) implements ThreadScoped {}
