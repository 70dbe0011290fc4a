package dev.bobbin.protocol.v2.thread;

import dev.bobbin.protocol.wire.ThreadScoped;

/** Parameters of {@code thread/increment_elicitation}. */
public record ThreadIncrementElicitationParams(String threadId) implements ThreadScoped {}
