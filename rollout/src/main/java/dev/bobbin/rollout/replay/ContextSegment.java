package dev.bobbin.rollout.replay;

import dev.bobbin.rollout.line.RawJson;
import org.jspecify.annotations.Nullable;

/** A stretch of a rollout that is rolled back as one. */
final class ContextSegment {
    /** Counts all segments of the file, in order. */
    final int ordinal;
    /** How many items the conversation had before it. */
    final int firstItem;

    private final boolean marked;
    boolean userTurn;
    /** Whether the conversation was replaced within it, so that what was before it cannot be restored by cutting. */
    boolean compacted;
    /** The newest settings told within it. */
    @Nullable
    RawJson settings;
    /** Whether the conversation was replaced after they were told. */
    boolean cleared;

    /** @param marked whether a {@code task_started} began it */
    ContextSegment(int ordinal, int firstItem, boolean marked) {
        this.ordinal = ordinal;
        this.firstItem = firstItem;
        this.marked = marked;
    }

    boolean beginsAnewAtUserMessage() {
        return !marked && userTurn;
    }

    void settings(RawJson told) {
        settings = told;
        cleared = false;
    }

    void compacted() {
        compacted = true;
        cleared = true;
    }
}
