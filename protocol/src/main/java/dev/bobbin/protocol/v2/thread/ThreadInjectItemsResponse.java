package dev.bobbin.protocol.v2.thread;

/** Answer to {@code thread/inject_items}. */
public record ThreadInjectItemsResponse() {}
