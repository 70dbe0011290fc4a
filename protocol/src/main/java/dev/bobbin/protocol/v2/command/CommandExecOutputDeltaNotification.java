package dev.bobbin.protocol.v2.command;

/** Announced as {@code command/exec/outputDelta}. */
public record CommandExecOutputDeltaNotification(
        String processId, CommandExecOutputStream stream, String deltaBase64, boolean capReached) {}
