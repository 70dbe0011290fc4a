package dev.bobbin.protocol.v2.search;

/** Answer to {@code fuzzyFileSearch/sessionStart}. */
public record FuzzyFileSearchSessionStartResponse() {}
