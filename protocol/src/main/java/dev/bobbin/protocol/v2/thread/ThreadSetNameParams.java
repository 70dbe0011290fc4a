package dev.bobbin.protocol.v2.thread;

import dev.bobbin.protocol.wire.ThreadScoped;

/** Parameters of {@code thread/name/set}. */
public record ThreadSetNameParams(String threadId, String name) implements ThreadScoped {}
