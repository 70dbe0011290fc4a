package dev.bobbin.protocol.v2.turn;

/** Answer to {@code turn/steer}. */
public record TurnSteerResponse(String turnId) {}
