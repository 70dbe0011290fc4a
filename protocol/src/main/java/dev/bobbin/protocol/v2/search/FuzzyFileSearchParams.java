package dev.bobbin.protocol.v2.search;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Parameters of {@code fuzzyFileSearch}. */
public record FuzzyFileSearchParams(
        String query, List<String> roots, @Nullable String cancellationToken) {}
