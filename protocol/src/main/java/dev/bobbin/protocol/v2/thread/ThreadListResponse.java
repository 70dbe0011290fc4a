package dev.bobbin.protocol.v2.thread;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Answer to {@code thread/list}. */
public record ThreadListResponse(
        List<Thread> data,
        @Nullable String nextCursor,
        @Nullable String backwardsCursor) {}
