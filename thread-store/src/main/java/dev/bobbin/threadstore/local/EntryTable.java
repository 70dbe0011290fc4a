package dev.bobbin.threadstore.local;

import org.jspecify.annotations.Nullable;

/**
 * Entries by their ids, several with one id allowed. A table that is probed in a row: a million entries need little more
 * than the references to them. Guarded by its owner.
 */
final class EntryTable {
    private static final int SMALLEST = 64;
    /** Bits of the golden ratio, which spread ids that are counted up. */
    private static final long SPREAD = 0x9e3779b97f4a7c15L;

    private @Nullable IndexEntry[] slots = new IndexEntry[SMALLEST];
    private int size;

    private int slotOf(long idHigh, long idLow) {
        return (int) ((idHigh * 31 + idLow) * SPREAD >>> 32) & (slots.length - 1);
    }

    void add(IndexEntry entry) {
        if (size * 3 >= slots.length * 2) {
            grow();
        }
        put(entry);
        size++;
    }

    private void put(IndexEntry entry) {
        var at = slotOf(entry.idHigh, entry.idLow);
        while (slots[at] != null) {
            at = (at + 1) & (slots.length - 1);
        }
        slots[at] = entry;
    }

    private void grow() {
        var old = slots;
        slots = new IndexEntry[old.length * 2];
        for (var entry : old) {
            if (entry != null) {
                put(entry);
            }
        }
    }

    /** Does nothing if it is not there. */
    void remove(IndexEntry entry) {
        var at = slotOf(entry.idHigh, entry.idLow);
        while (slots[at] != entry) {
            if (slots[at] == null) {
                return;
            }
            at = (at + 1) & (slots.length - 1);
        }
        slots[at] = null;
        size--;
        // What was put behind it because its own slot was taken comes nearer again.
        for (var next = (at + 1) & (slots.length - 1); ; next = (next + 1) & (slots.length - 1)) {
            var moved = slots[next];
            if (moved == null) {
                return;
            }
            slots[next] = null;
            put(moved);
        }
    }

    /**
     * Which of the files with an id is the thread: a live one rather than an archived one, among equals the one that is last
     * by its name.
     */
    @Nullable
    IndexEntry find(long idHigh, long idLow) {
        IndexEntry best = null;
        for (var at = slotOf(idHigh, idLow); ; at = (at + 1) & (slots.length - 1)) {
            var entry = slots[at];
            if (entry == null) {
                return best;
            }
            if (entry.idHigh == idHigh && entry.idLow == idLow && (best == null || best.yieldsTo(entry))) {
                best = entry;
            }
        }
    }
}
