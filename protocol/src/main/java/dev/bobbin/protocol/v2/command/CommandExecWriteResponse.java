package dev.bobbin.protocol.v2.command;

/** Answer to {@code command/exec/write}. */
public record CommandExecWriteResponse() {}
