package dev.bobbin.protocol.v2.process;

import dev.bobbin.protocol.wire.WireInt;

/** Announced as {@code process/exited}. */
public record ProcessExitedNotification(
        String processHandle,
        @WireInt("i32") int exitCode,
        String stdout,
        boolean stdoutCapReached,
        String stderr,
        boolean stderrCapReached) {}
