package dev.bobbin.protocol.v2.thread;

import dev.bobbin.protocol.wire.ThreadScoped;

/** Parameters of {@code thread/delete}, which the peer does not have: removes a thread and its history for good. */
public record ThreadDeleteParams(String threadId) implements ThreadScoped {}
