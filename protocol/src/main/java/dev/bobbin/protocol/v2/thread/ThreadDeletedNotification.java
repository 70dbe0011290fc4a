package dev.bobbin.protocol.v2.thread;

import dev.bobbin.protocol.wire.ThreadScoped;

/** Announced as {@code thread/deleted}, which the peer does not have. */
public record ThreadDeletedNotification(String threadId) implements ThreadScoped {}
