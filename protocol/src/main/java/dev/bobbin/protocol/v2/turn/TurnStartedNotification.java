package dev.bobbin.protocol.v2.turn;

import dev.bobbin.protocol.wire.ThreadScoped;

/** Announced as {@code turn/started}. */
public record TurnStartedNotification(String threadId, Turn turn) implements ThreadScoped {}
