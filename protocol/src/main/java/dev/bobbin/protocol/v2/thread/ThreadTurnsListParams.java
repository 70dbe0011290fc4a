package dev.bobbin.protocol.v2.thread;

import dev.bobbin.protocol.v2.turn.SortDirection;
import dev.bobbin.protocol.v2.turn.TurnItemsView;
import dev.bobbin.protocol.wire.ThreadScoped;
import dev.bobbin.protocol.wire.WireInt;
import org.jspecify.annotations.Nullable;

/**
 * Parameters of {@code thread/turns/list}.
 *
 * @param cursor where to go on: a cursor of an earlier answer; null for the beginning
 * @param limit entries at most
 * @param itemsView how many items each turn carries
 */
public record ThreadTurnsListParams(
        String threadId,
        @Nullable String cursor,
        @WireInt("u32") @Nullable Long limit,
        @Nullable SortDirection sortDirection,
        @Nullable TurnItemsView itemsView)
        implements ThreadScoped {}
