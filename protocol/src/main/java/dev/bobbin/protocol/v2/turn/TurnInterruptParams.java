package dev.bobbin.protocol.v2.turn;

import dev.bobbin.protocol.wire.ThreadScoped;

/**
 * Parameters of {@code turn/interrupt}.
 *
 * @param turnId the turn to interrupt; empty for whichever is starting
 */
public record TurnInterruptParams(String threadId, String turnId) implements ThreadScoped {}
