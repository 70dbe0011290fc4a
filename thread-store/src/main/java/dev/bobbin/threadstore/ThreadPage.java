package dev.bobbin.threadstore;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Threads in the order asked for.
 *
 * @param nextCursor for the page after this one; null at the end
 * @param backwardsCursor for the opposite direction, from this page's first thread on; null for an empty page
 */
public record ThreadPage(
        List<StoredThread> threads,
        @Nullable String nextCursor,
        @Nullable String backwardsCursor) {}
