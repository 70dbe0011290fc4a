package dev.bobbin.protocol.v2.thread;

/** Answer to {@code thread/read}. */
public record ThreadReadResponse(Thread thread) {}
