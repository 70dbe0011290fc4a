package dev.bobbin.protocol.v2.command;

/** Parameters of {@code command/exec/terminate}. */
public record CommandExecTerminateParams(String processId) {}
