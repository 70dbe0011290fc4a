package dev.bobbin.threadstore;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * Whose history to read.
 *
 * @param rolloutPath the file, if the caller has it already; taken unverified
 * @param includeArchived whether an archived thread may be read
 */
public record ReadHistory(String threadId, @Nullable Path rolloutPath, boolean includeArchived) {
    public static ReadHistory of(String threadId) {
        return new ReadHistory(threadId, null, true);
    }
}
