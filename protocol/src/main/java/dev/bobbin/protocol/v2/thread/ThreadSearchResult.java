package dev.bobbin.protocol.v2.thread;

/** A thread that matches a search, with the passage that does. */
public record ThreadSearchResult(Thread thread, String snippet) {}
