package dev.bobbin.protocol.v2.turn;

import dev.bobbin.protocol.wire.ThreadScoped;

/** Announced as {@code turn/diff/updated}. */
public record TurnDiffUpdatedNotification(String threadId, String turnId, String diff) implements ThreadScoped {}
