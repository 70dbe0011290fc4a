package dev.bobbin.protocol.v2.thread;

/** Answer to {@code thread/memoryMode/set}. */
public record ThreadMemoryModeSetResponse() {}
