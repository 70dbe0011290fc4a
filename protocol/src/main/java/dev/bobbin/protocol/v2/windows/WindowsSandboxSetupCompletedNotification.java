package dev.bobbin.protocol.v2.windows;

import org.jspecify.annotations.Nullable;

/** Announced as {@code windowsSandbox/setupCompleted}. */
public record WindowsSandboxSetupCompletedNotification(
        WindowsSandboxSetupMode mode,
        boolean success,
        @Nullable String error) {}
