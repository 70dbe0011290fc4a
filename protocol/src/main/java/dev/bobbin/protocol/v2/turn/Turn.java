package dev.bobbin.protocol.v2.turn;

import dev.bobbin.protocol.v2.item.ThreadItem;
import dev.bobbin.protocol.wire.Defaulted;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One exchange: what the user asked for and everything done about it.
 *
 * @param items as many items as {@code itemsView} says
 * @param error why the turn failed; null unless it did
 * @param startedAt Unix seconds; null before the start or when unknown
 * @param completedAt Unix seconds; null until the end or when unknown
 * @param durationMs milliseconds; null until the end or when unknown
 */
public record Turn(
        String id,
        List<ThreadItem> items,
        @Defaulted("full") TurnItemsView itemsView,
        TurnStatus status,
        @Nullable TurnError error,
        @Nullable Long startedAt,
        @Nullable Long completedAt,
        @Nullable Long durationMs) {}
