package dev.bobbin.protocol.v2.turn;

import dev.bobbin.protocol.wire.ThreadScoped;

/** Announced as {@code turn/completed}. */
public record TurnCompletedNotification(String threadId, Turn turn) implements ThreadScoped {}
