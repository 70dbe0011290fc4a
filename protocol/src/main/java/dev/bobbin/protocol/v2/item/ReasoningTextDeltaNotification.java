package dev.bobbin.protocol.v2.item;

import dev.bobbin.protocol.wire.ThreadScoped;

/** Announced as {@code item/reasoning/textDelta}. */
public record ReasoningTextDeltaNotification(
        String threadId, String turnId, String itemId, String delta, long contentIndex) implements ThreadScoped {}
