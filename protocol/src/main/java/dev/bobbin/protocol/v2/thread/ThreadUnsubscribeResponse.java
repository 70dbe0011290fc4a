package dev.bobbin.protocol.v2.thread;

/** Answer to {@code thread/unsubscribe}. */
public record ThreadUnsubscribeResponse(ThreadUnsubscribeStatus status) {}
