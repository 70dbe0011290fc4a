package dev.bobbin.protocol.v2.turn;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** A page of turns, with cursors both ways. */
public record TurnsPage(
        List<Turn> data,
        @Nullable String nextCursor,
        @Nullable String backwardsCursor) {}
