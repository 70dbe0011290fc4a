package dev.bobbin.protocol.v2.thread;

/** Answer to {@code thread/name/set}. */
public record ThreadSetNameResponse() {}
