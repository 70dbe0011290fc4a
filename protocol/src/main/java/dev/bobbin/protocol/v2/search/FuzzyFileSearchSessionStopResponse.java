package dev.bobbin.protocol.v2.search;

/** Answer to {@code fuzzyFileSearch/sessionStop}. */
public record FuzzyFileSearchSessionStopResponse() {}
