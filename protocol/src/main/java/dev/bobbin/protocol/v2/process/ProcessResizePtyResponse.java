package dev.bobbin.protocol.v2.process;

/** Answer to {@code process/resizePty}. */
public record ProcessResizePtyResponse() {}
