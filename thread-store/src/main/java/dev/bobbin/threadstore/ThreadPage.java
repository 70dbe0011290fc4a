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
        @Nullable String backwardsCursor) {
    /**
     * Cuts a page.
     *
     * @param found matching threads in the order asked for, from the cursor on: one more than the page holds, if there are
     *     as many
     */
    public static ThreadPage of(List<StoredThread> found, ListThreads params) {
        if (found.isEmpty()) {
            return new ThreadPage(List.of(), null, null);
        }
        var size = Math.min(found.size(), params.pageSize());
        String next = null;
        if (found.size() > size) {
            var last = found.get(size - 1);
            next = PageCursor.after(params.timeOf(last), last.threadId(), params.timeOf(found.get(size)));
        }
        var first = found.getFirst();
        var here = params.cursor() == null ? null : PageCursor.parse(params.cursor());
        var backwards = PageCursor.backwards(params.timeOf(first), first.threadId(), params.descending(), here);
        return new ThreadPage(List.copyOf(found.subList(0, size)), next, backwards);
    }
}
