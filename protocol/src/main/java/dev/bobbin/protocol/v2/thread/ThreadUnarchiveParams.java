package dev.bobbin.protocol.v2.thread;

import dev.bobbin.protocol.wire.ThreadScoped;

/** Parameters of {@code thread/unarchive}. */
public record ThreadUnarchiveParams(String threadId) implements ThreadScoped {}
