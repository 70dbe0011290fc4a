package dev.bobbin.protocol.v2.turn;

import dev.bobbin.protocol.v2.item.ThreadItem;
import dev.bobbin.protocol.wire.Defaulted;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One exchange: what the user asked for and everything done about it. Times are Unix seconds, the duration milliseconds. */
public record Turn(
        String id,
        List<ThreadItem> items,
        @Defaulted("full") TurnItemsView itemsView,
        TurnStatus status,
        @Nullable TurnError error,
        @Nullable Long startedAt,
        @Nullable Long completedAt,
        @Nullable Long durationMs) {}
