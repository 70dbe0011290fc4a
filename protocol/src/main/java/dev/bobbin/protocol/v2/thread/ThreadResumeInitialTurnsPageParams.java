package dev.bobbin.protocol.v2.thread;

import dev.bobbin.protocol.v2.turn.SortDirection;
import dev.bobbin.protocol.v2.turn.TurnItemsView;
import dev.bobbin.protocol.wire.WireInt;
import org.jspecify.annotations.Nullable;

/** The page of turns to return along with a resumed thread. */
public record ThreadResumeInitialTurnsPageParams(
        @WireInt("u32") @Nullable Long limit,
        @Nullable SortDirection sortDirection,
        @Nullable TurnItemsView itemsView) {}
