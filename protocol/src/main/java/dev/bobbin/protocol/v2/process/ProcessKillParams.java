package dev.bobbin.protocol.v2.process;

/** Parameters of {@code process/kill}. */
public record ProcessKillParams(String processHandle) {}
