package dev.bobbin.protocol.v2.thread;

/** Announced as {@code thread/started}. */
public record ThreadStartedNotification(Thread thread) {}
