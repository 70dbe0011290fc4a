package dev.bobbin.protocol.v2.thread;

import dev.bobbin.protocol.v2.item.ThreadItem;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Answer to {@code thread/turns/items/list}. */
public record ThreadTurnsItemsListResponse(
        List<ThreadItem> data,
        @Nullable String nextCursor,
        @Nullable String backwardsCursor) {}
