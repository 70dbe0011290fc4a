package dev.bobbin.protocol.v2.thread;

import dev.bobbin.protocol.wire.ThreadScoped;

/** Parameters of {@code thread/archive}. */
public record ThreadArchiveParams(String threadId) implements ThreadScoped {}
