package dev.bobbin.protocol.v2.turn;

import dev.bobbin.protocol.wire.ThreadScoped;

/** Parameters of {@code turn/interrupt}. */
public record TurnInterruptParams(String threadId, String turnId) implements ThreadScoped {}
