package dev.bobbin.appserver.thread;

import dev.bobbin.protocol.v2.item.ThreadItem;
import dev.bobbin.protocol.v2.thread.ThreadTurnsItemsListResponse;
import dev.bobbin.protocol.v2.turn.SortDirection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Cuts pages out of a turn's items. A cursor is the id of an item, with a sign for whether the page begins with it. */
final class ItemPages {
    private static final int DEFAULT_LIMIT = 25;
    private static final int MAX_LIMIT = 100;
    private static final char AFTER = '>';
    private static final char FROM = '=';

    private ItemPages() {}

    /**
     * @param limit null for 25; at least 1 and at most 100 are given
     * @param direction null for oldest first
     */
    static ThreadTurnsItemsListResponse page(
            List<ThreadItem> items, @Nullable String cursor, @Nullable Long limit, @Nullable SortDirection direction) {
        var ordered = direction == SortDirection.DESC ? items.reversed() : items;
        int from = cursor == null ? 0 : start(ordered, cursor);
        int size = (int) Math.clamp(limit == null ? DEFAULT_LIMIT : limit, 1, MAX_LIMIT);
        int to = Math.min(ordered.size(), from + size);
        var data = ordered.subList(Math.min(from, to), to);
        if (data.isEmpty()) {
            return new ThreadTurnsItemsListResponse(data, null, null);
        }
        return new ThreadTurnsItemsListResponse(
                data,
                to < ordered.size() ? AFTER + data.getLast().id() : null,
                FROM + data.getFirst().id());
    }

    private static int start(List<ThreadItem> ordered, String cursor) {
        for (int i = 0; i < ordered.size() && !cursor.isEmpty(); i++) {
            if (cursor.substring(1).equals(ordered.get(i).id())) {
                return cursor.charAt(0) == FROM ? i : i + 1;
            }
        }
        throw ThreadErrors.invalid("invalid cursor: " + cursor, "invalid_cursor");
    }
}
