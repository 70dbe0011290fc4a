package dev.bobbin.protocol.v2.thread;

import dev.bobbin.protocol.wire.ThreadScoped;

/** Parameters of {@code thread/unsubscribe}. */
public record ThreadUnsubscribeParams(String threadId) implements ThreadScoped {}
