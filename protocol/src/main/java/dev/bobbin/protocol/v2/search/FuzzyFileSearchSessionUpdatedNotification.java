package dev.bobbin.protocol.v2.search;

import java.util.List;

/** Announced as {@code fuzzyFileSearch/sessionUpdated}. */
public record FuzzyFileSearchSessionUpdatedNotification(
        String sessionId, String query, List<FuzzyFileSearchResult> files) {}
