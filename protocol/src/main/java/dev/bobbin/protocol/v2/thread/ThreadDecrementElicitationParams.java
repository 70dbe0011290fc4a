package dev.bobbin.protocol.v2.thread;

import dev.bobbin.protocol.wire.ThreadScoped;

/** Parameters of {@code thread/decrement_elicitation}. */
public record ThreadDecrementElicitationParams(String threadId) implements ThreadScoped {}
