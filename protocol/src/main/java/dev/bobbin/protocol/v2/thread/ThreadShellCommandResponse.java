package dev.bobbin.protocol.v2.thread;

/** Answer to {@code thread/shellCommand}. */
public record ThreadShellCommandResponse() {}
