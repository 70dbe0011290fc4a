package dev.bobbin.protocol.v2.windows;

/** Answer to {@code windowsSandbox/setupStart}. */
public record WindowsSandboxSetupStartResponse(boolean started) {}
