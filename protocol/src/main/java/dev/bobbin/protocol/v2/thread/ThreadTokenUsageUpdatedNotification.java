package dev.bobbin.protocol.v2.thread;

import dev.bobbin.protocol.v2.turn.ThreadTokenUsage;
import dev.bobbin.protocol.wire.ThreadScoped;

/** Announced as {@code thread/tokenUsage/updated}. */
public record ThreadTokenUsageUpdatedNotification(String threadId, String turnId, ThreadTokenUsage tokenUsage)
        implements ThreadScoped {}
