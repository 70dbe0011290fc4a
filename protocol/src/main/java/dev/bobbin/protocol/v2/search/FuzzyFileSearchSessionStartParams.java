package dev.bobbin.protocol.v2.search;

import java.util.List;

/** Parameters of {@code fuzzyFileSearch/sessionStart}. */
public record FuzzyFileSearchSessionStartParams(String sessionId, List<String> roots) {}
