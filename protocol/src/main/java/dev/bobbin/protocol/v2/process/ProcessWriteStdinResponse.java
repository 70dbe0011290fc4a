package dev.bobbin.protocol.v2.process;

/** Answer to {@code process/writeStdin}. */
public record ProcessWriteStdinResponse() {}
