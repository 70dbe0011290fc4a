package dev.bobbin.protocol.v2.process;

/** Parameters of {@code process/resizePty}. */
public record ProcessResizePtyParams(String processHandle, ProcessTerminalSize size) {}
