package dev.bobbin.protocol.v2.thread;

/** Answer to {@code thread/backgroundTerminals/clean}. */
public record ThreadBackgroundTerminalsCleanResponse() {}
