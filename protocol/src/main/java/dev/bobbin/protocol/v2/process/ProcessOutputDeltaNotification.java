package dev.bobbin.protocol.v2.process;

/** Announced as {@code process/outputDelta}. */
public record ProcessOutputDeltaNotification(
        String processHandle, ProcessOutputStream stream, String deltaBase64, boolean capReached) {}
