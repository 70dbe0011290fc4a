package dev.bobbin.protocol.v2.thread;

/** Answer to {@code thread/delete}, sent when the thread's files are gone. */
public record ThreadDeleteResponse() {}
