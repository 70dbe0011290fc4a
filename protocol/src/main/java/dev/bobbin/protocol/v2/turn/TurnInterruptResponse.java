package dev.bobbin.protocol.v2.turn;

/** Answer to {@code turn/interrupt}. */
public record TurnInterruptResponse() {}
