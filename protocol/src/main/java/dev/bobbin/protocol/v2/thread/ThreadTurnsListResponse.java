package dev.bobbin.protocol.v2.thread;

import dev.bobbin.protocol.v2.turn.Turn;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Answer to {@code thread/turns/list}. */
public record ThreadTurnsListResponse(
        List<Turn> data,
        @Nullable String nextCursor,
        @Nullable String backwardsCursor) {}
