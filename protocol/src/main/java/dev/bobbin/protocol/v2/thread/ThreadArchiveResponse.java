package dev.bobbin.protocol.v2.thread;

/** Answer to {@code thread/archive}. */
public record ThreadArchiveResponse() {}
