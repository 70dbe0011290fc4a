package dev.bobbin.protocol.v2.command;

/** Parameters of {@code command/exec/resize}. */
public record CommandExecResizeParams(String processId, CommandExecTerminalSize size) {}
