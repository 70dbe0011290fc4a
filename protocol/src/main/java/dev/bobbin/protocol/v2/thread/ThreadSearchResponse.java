package dev.bobbin.protocol.v2.thread;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Answer to {@code thread/search}. */
public record ThreadSearchResponse(
        List<ThreadSearchResult> data,
        @Nullable String nextCursor,
        @Nullable String backwardsCursor) {}
