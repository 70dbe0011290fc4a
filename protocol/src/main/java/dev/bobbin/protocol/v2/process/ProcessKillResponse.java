package dev.bobbin.protocol.v2.process;

/** Answer to {@code process/kill}. */
public record ProcessKillResponse() {}
