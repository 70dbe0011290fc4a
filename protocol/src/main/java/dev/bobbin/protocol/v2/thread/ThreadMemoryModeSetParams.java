package dev.bobbin.protocol.v2.thread;

import dev.bobbin.protocol.wire.ThreadScoped;

/** Parameters of {@code thread/memoryMode/set}. */
public record ThreadMemoryModeSetParams(String threadId, ThreadMemoryMode mode) implements ThreadScoped {}
