package dev.bobbin.protocol.v2.thread;

import dev.bobbin.protocol.wire.WireInt;

/** Answer to {@code thread/increment_elicitation}. */
public record ThreadIncrementElicitationResponse(
        @WireInt("u64") long count, boolean paused) {}
