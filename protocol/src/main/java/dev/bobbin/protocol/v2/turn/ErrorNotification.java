package dev.bobbin.protocol.v2.turn;

import dev.bobbin.protocol.wire.ThreadScoped;

/**
 * Announced as {@code error}.
 *
 * @param willRetry whether the server tries again by itself; the turn fails if not
 */
public record ErrorNotification(TurnError error, boolean willRetry, String threadId, String turnId)
        implements ThreadScoped {}
