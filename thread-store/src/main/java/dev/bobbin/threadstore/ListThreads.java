package dev.bobbin.threadstore;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A page of threads to list. Threads without a preview are never listed.
 *
 * @param pageSize at least 1
 * @param cursor where to go on, from an earlier page, or an RFC 3339 time (exclusive); null for the start
 * @param sources kinds to keep; empty for any
 * @param modelProviders null for the store's default provider, empty for any. Threads without one count as the default's
 * @param cwds working directories to keep, compared after resolving links; null for any, empty for none
 * @param archived archived threads only, or live ones only
 * @param searchTerm a case-sensitive part of title, name or preview; null for all
 * @param indexOnly answer from the index as it is, without looking at the file system
 */
public record ListThreads(
        int pageSize,
        @Nullable String cursor,
        SortKey sortKey,
        boolean descending,
        Set<SourceKind> sources,
        @Nullable List<String> modelProviders,
        @Nullable List<String> cwds,
        boolean archived,
        @Nullable String searchTerm,
        boolean indexOnly) {

    /** The newest threads of any source and provider. */
    public static ListThreads newest(int pageSize) {
        return new ListThreads(pageSize, null, SortKey.CREATED_AT, true, Set.of(), List.of(), null, false, null, false);
    }

    public ListThreads withCursor(@Nullable String value) {
        return new ListThreads(
                pageSize, value, sortKey, descending, sources, modelProviders, cwds, archived, searchTerm, indexOnly);
    }

    /** The time a thread is ordered by. */
    public Instant timeOf(StoredThread thread) {
        return switch (sortKey) {
            case CREATED_AT -> thread.createdAt();
            case UPDATED_AT -> thread.updatedAt();
        };
    }
}
