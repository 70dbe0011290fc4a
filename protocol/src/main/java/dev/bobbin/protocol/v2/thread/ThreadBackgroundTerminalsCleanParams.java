package dev.bobbin.protocol.v2.thread;

import dev.bobbin.protocol.wire.ThreadScoped;

/** Parameters of {@code thread/backgroundTerminals/clean}. */
public record ThreadBackgroundTerminalsCleanParams(String threadId) implements ThreadScoped {}
