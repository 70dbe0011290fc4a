package dev.bobbin.protocol.v2.turn;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A page of turns.
 *
 * @param nextCursor where to go on; null at the end
 * @param backwardsCursor where to go on in the other direction
 */
public record TurnsPage(
        List<Turn> data,
        @Nullable String nextCursor,
        @Nullable String backwardsCursor) {}
