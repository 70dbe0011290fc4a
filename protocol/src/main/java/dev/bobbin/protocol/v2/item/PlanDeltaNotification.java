package dev.bobbin.protocol.v2.item;

import dev.bobbin.protocol.wire.ThreadScoped;

/** Announced as {@code item/plan/delta}. */
public record PlanDeltaNotification(String threadId, String turnId, String itemId, String delta)
        implements ThreadScoped {}
