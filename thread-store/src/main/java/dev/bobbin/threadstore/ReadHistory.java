package dev.bobbin.threadstore;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * Whose history to read.
 *
 * @param rolloutPath the file, if the caller has it already; taken unverified
 * @param includeArchived whether an archived thread may be read
 * @param from the caller has no use for lines before this one, as {@link HistorySink#at} told where it begins; the store may give
 *     them all the same
 */
public record ReadHistory(String threadId, @Nullable Path rolloutPath, boolean includeArchived, long from) {
    /** From the beginning. */
    public ReadHistory(String threadId, @Nullable Path rolloutPath, boolean includeArchived) {
        this(threadId, rolloutPath, includeArchived, 0);
    }

    public static ReadHistory of(String threadId) {
        return new ReadHistory(threadId, null, true);
    }
}
