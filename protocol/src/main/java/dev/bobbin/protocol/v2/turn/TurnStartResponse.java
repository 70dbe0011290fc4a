package dev.bobbin.protocol.v2.turn;

/** Answer to {@code turn/start}. */
public record TurnStartResponse(Turn turn) {}
