package dev.bobbin.protocol.v2.thread;

import dev.bobbin.protocol.v2.turn.SortDirection;
import dev.bobbin.protocol.wire.Defaulted;
import dev.bobbin.protocol.wire.OneOrMany;
import dev.bobbin.protocol.wire.WireInt;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Parameters of {@code thread/list}. */
public record ThreadListParams(
        @Nullable String cursor,
        @WireInt("u32") @Nullable Long limit,
        @Nullable ThreadSortKey sortKey,
        @Nullable SortDirection sortDirection,
        @Nullable List<String> modelProviders,
        @Nullable List<ThreadSourceKind> sourceKinds,
        @Nullable Boolean archived,
        @OneOrMany @Nullable List<String> cwd,
        @Defaulted boolean useStateDbOnly,
        @Nullable String searchTerm) {}
