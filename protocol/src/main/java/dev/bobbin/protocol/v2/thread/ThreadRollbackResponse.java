package dev.bobbin.protocol.v2.thread;

/** Answer to {@code thread/rollback}. */
public record ThreadRollbackResponse(Thread thread) {}
