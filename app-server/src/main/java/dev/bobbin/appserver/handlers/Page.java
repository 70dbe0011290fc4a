package dev.bobbin.appserver.handlers;

import dev.bobbin.appserver.dispatch.RequestException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A part of a list. The cursor is the number of what came before it.
 *
 * @param next null at the end
 */
record Page<T>(List<T> data, @Nullable String next) {
    /** @param what the list's name, for the refusal of a cursor behind its end */
    static <T> Page<T> of(List<T> all, @Nullable String cursor, @Nullable Long limit, String what) {
        int start = start(cursor);
        if (start > all.size()) {
            throw new RequestException.InvalidRequest(
                    "cursor " + start + " exceeds total " + what + " " + all.size(), "invalid_cursor");
        }
        long wanted = limit == null ? all.size() : Math.max(1, limit);
        int end = (int) Math.min(all.size(), start + wanted);
        return new Page<>(all.subList(start, end), end < all.size() ? String.valueOf(end) : null);
    }

    private static int start(@Nullable String cursor) {
        try {
            return cursor == null ? 0 : Integer.parseUnsignedInt(cursor);
        } catch (NumberFormatException e) {
            throw new RequestException.InvalidRequest("invalid cursor: " + cursor, "invalid_cursor");
        }
    }
}
