package dev.bobbin.protocol.v2.thread;

import dev.bobbin.protocol.v2.turn.SortDirection;
import dev.bobbin.protocol.wire.Defaulted;
import dev.bobbin.protocol.wire.OneOrMany;
import dev.bobbin.protocol.wire.WireInt;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Parameters of {@code thread/list}.
 *
 * @param cursor where to go on: a cursor of an earlier answer; null for the beginning
 * @param limit entries at most
 * @param sortKey null for the time of creation
 * @param sortDirection null for newest first
 * @param modelProviders only threads of these providers; null or empty for all
 * @param sourceKinds only threads that came from these; null or empty for interactive ones
 * @param archived true for archived threads instead of the others
 * @param cwd only threads whose working directory is one of these
 * @param useStateDbOnly whether the index may answer alone, without a look at the files
 * @param searchTerm only threads whose title contains this text
 */
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
