package dev.bobbin.protocol.v2.search;

/** Answer to {@code fuzzyFileSearch/sessionUpdate}. */
public record FuzzyFileSearchSessionUpdateResponse() {}
