package dev.bobbin.protocol.v2.windows;

/** Answer to {@code windowsSandbox/readiness}. */
public record WindowsSandboxReadinessResponse(WindowsSandboxReadiness status) {}
