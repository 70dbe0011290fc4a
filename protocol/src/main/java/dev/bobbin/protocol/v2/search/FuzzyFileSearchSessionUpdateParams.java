package dev.bobbin.protocol.v2.search;

/** Parameters of {@code fuzzyFileSearch/sessionUpdate}. */
public record FuzzyFileSearchSessionUpdateParams(String sessionId, String query) {}
