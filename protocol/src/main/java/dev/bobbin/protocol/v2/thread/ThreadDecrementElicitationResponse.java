package dev.bobbin.protocol.v2.thread;

import dev.bobbin.protocol.wire.WireInt;

/** Answer to {@code thread/decrement_elicitation}. */
public record ThreadDecrementElicitationResponse(
        @WireInt("u64") long count, boolean paused) {}
