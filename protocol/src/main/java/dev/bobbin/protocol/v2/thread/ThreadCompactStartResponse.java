package dev.bobbin.protocol.v2.thread;

/** Answer to {@code thread/compact/start}. */
public record ThreadCompactStartResponse() {}
