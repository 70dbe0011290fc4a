package dev.bobbin.threadstore;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Hits in the order asked for; cursors as in {@link ThreadPage}. */
public record SearchPage(
        List<Hit> hits,
        @Nullable String nextCursor,
        @Nullable String backwardsCursor) {
    /** @param snippet the first match with what stands around it, on one line */
    public record Hit(StoredThread thread, String snippet) {}
}
