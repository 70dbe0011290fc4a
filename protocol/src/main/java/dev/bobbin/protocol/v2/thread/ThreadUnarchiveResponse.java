package dev.bobbin.protocol.v2.thread;

/** Answer to {@code thread/unarchive}. */
public record ThreadUnarchiveResponse(Thread thread) {}
