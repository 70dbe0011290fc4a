package dev.bobbin.threadstore;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A page of threads whose conversation contains a term.
 *
 * @param searchTerm not blank; compared without case
 * @param cursor as in {@link ListThreads}
 * @param sources kinds to keep; empty for any
 */
public record SearchThreads(
        String searchTerm,
        int pageSize,
        @Nullable String cursor,
        SortKey sortKey,
        boolean descending,
        Set<SourceKind> sources,
        boolean archived) {
    /** The list that hits are taken from, in its order. */
    public ListThreads asList() {
        return new ListThreads(pageSize, cursor, sortKey, descending, sources, List.of(), null, archived, null, false);
    }
}
