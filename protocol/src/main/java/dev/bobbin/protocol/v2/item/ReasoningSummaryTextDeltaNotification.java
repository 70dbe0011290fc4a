package dev.bobbin.protocol.v2.item;

import dev.bobbin.protocol.wire.ThreadScoped;

/** Announced as {@code item/reasoning/summaryTextDelta}. */
public record ReasoningSummaryTextDeltaNotification(
        String threadId, String turnId, String itemId, String delta, long summaryIndex) implements ThreadScoped {}
