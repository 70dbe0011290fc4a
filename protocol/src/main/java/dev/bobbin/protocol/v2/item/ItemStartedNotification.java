package dev.bobbin.protocol.v2.item;

import dev.bobbin.protocol.wire.ThreadScoped;

/**
 * Announced as {@code item/started}.
 *
 * @param startedAtMs Unix milliseconds
 */
public record ItemStartedNotification(ThreadItem item, String threadId, String turnId, long startedAtMs)
        implements ThreadScoped {}
