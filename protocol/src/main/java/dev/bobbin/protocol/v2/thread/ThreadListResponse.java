package dev.bobbin.protocol.v2.thread;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Answer to {@code thread/list}.
 *
 * @param nextCursor where to go on; null at the end
 * @param backwardsCursor where to go on in the other direction
 */
public record ThreadListResponse(
        List<Thread> data,
        @Nullable String nextCursor,
        @Nullable String backwardsCursor) {}
