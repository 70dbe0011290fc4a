package dev.bobbin.protocol.v2.review;

import dev.bobbin.protocol.v2.turn.Turn;

/** Answer to {@code review/start}. */
public record ReviewStartResponse(Turn turn, String reviewThreadId) {}
