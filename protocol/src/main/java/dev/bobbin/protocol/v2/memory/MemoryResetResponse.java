package dev.bobbin.protocol.v2.memory;

/** Answer to {@code memory/reset}. */
public record MemoryResetResponse() {}
