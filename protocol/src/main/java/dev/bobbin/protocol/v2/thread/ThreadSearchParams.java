package dev.bobbin.protocol.v2.thread;

import dev.bobbin.protocol.v2.turn.SortDirection;
import dev.bobbin.protocol.wire.WireInt;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Parameters of {@code thread/search}. */
public record ThreadSearchParams(
        @Nullable String cursor,
        @WireInt("u32") @Nullable Long limit,
        @Nullable ThreadSortKey sortKey,
        @Nullable SortDirection sortDirection,
        @Nullable List<ThreadSourceKind> sourceKinds,
        @Nullable Boolean archived,
        String searchTerm) {}
