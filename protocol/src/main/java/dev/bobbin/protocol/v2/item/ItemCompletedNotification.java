package dev.bobbin.protocol.v2.item;

import dev.bobbin.protocol.wire.ThreadScoped;

/**
 * Announced as {@code item/completed}. What is told here survives a restart.
 *
 * @param completedAtMs Unix milliseconds
 */
public record ItemCompletedNotification(ThreadItem item, String threadId, String turnId, long completedAtMs)
        implements ThreadScoped {}
