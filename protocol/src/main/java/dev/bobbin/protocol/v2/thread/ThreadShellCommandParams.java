package dev.bobbin.protocol.v2.thread;

import dev.bobbin.protocol.wire.ThreadScoped;

/** Parameters of {@code thread/shellCommand}. */
public record ThreadShellCommandParams(String threadId, String command) implements ThreadScoped {}
