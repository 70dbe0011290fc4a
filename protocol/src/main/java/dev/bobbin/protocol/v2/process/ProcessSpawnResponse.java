package dev.bobbin.protocol.v2.process;

/** Answer to {@code process/spawn}. */
public record ProcessSpawnResponse() {}
