package dev.bobbin.protocol.v2.search;

/** Parameters of {@code fuzzyFileSearch/sessionStop}. */
public record FuzzyFileSearchSessionStopParams(String sessionId) {}
