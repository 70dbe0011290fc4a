package dev.bobbin.threadstore;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Hits in the order asked for; cursors as in {@link ThreadPage}. */
public record SearchPage(
        List<Hit> hits,
        @Nullable String nextCursor,
        @Nullable String backwardsCursor) {
    /**
     * A thread that has the term.
     *
     * @param snippet the first match with what stands around it, on one line
     */
    public record Hit(StoredThread thread, String snippet) {}

    /**
     * Cuts a page.
     *
     * @param found hits in the order asked for: one more than the page holds, if there are as many
     */
    public static SearchPage of(List<Hit> found, SearchThreads params) {
        var page = ThreadPage.of(found.stream().map(Hit::thread).toList(), params.asList());
        var hits = List.copyOf(found.subList(0, page.threads().size()));
        return new SearchPage(hits, page.nextCursor(), page.backwardsCursor());
    }
}
