package dev.bobbin.rollout.replay;

/** Bounds what the items of all turns of a {@link TurnReplay} take, by the length in bytes of the lines they came from. */
final class ItemBudget {
    private final long maxBytes;
    private long bytes;
    private boolean overflowed;

    ItemBudget(long maxBytes) {
        this.maxBytes = maxBytes;
    }

    /** Whether there were ever more than allowed. */
    boolean hasOverflowed() {
        return overflowed;
    }

    /** Counts a line for the turn if that keeps its items; true if there is too much now, so that all have to let go. */
    boolean isExceededBy(TurnBuilder turn, int lineBytes) {
        if (!turn.keepsItems()) {
            return false;
        }
        turn.bytes += lineBytes;
        bytes += lineBytes;
        overflowed |= bytes > maxBytes;
        return bytes > maxBytes;
    }

    /** Makes a turn let go of its items, and counts them no longer. */
    void letGo(TurnBuilder turn) {
        bytes -= turn.bytes;
        turn.letGo();
    }
}
