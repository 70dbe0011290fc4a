package dev.bobbin.protocol.v2.item;

import dev.bobbin.protocol.wire.ThreadScoped;

/** Announced as {@code item/reasoning/summaryPartAdded}. */
public record ReasoningSummaryPartAddedNotification(String threadId, String turnId, String itemId, long summaryIndex)
        implements ThreadScoped {}
