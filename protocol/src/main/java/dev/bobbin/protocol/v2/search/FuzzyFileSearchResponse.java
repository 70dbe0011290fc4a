package dev.bobbin.protocol.v2.search;

import java.util.List;

/** Answer to {@code fuzzyFileSearch}. */
public record FuzzyFileSearchResponse(List<FuzzyFileSearchResult> files) {}
