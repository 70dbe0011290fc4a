package dev.bobbin.threadstore.local;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Entries in one order, in arrays of a few hundred: a million need little more than the references to them. Guarded by its owner. */
final class EntryOrder {
    private static final int CAPACITY = 256;

    private final Comparator<IndexEntry> order;
    /** None is empty. */
    private final List<Chunk> chunks = new ArrayList<>();

    private int size;

    EntryOrder(Comparator<IndexEntry> order) {
        this.order = order;
    }

    private static final class Chunk {
        final IndexEntry[] entries = new IndexEntry[CAPACITY];
        int size;

        IndexEntry first() {
            return entries[0];
        }

        void insert(int at, IndexEntry entry) {
            System.arraycopy(entries, at, entries, at + 1, size - at);
            entries[at] = entry;
            size++;
        }

        void remove(int at) {
            size--;
            System.arraycopy(entries, at + 1, entries, at, size - at);
            entries[size] = null;
        }

        /** Takes the entries from there on into a chunk of their own. */
        Chunk splitAt(int at) {
            var rest = new Chunk();
            rest.size = size - at;
            System.arraycopy(entries, at, rest.entries, 0, rest.size);
            Arrays.fill(entries, at, size, null);
            size = at;
            return rest;
        }
    }

    int size() {
        return size;
    }

    /** Does nothing if it is there. */
    void add(IndexEntry entry) {
        if (chunks.isEmpty()) {
            chunks.add(new Chunk());
        }
        var number = chunkFor(entry);
        var chunk = chunks.get(number);
        var at = place(chunk, entry);
        if (at < chunk.size && chunk.entries[at] == entry) {
            return;
        }
        if (chunk.size == CAPACITY) {
            // What comes in order, from either side, leaves full chunks behind.
            var middle = number == 0 && at == 0 ? 0 : number == chunks.size() - 1 && at == CAPACITY ? at : CAPACITY / 2;
            chunks.add(number + 1, chunk.splitAt(middle));
            if (at > middle || middle == CAPACITY) {
                chunk = chunks.get(number + 1);
                at -= middle;
            }
        }
        chunk.insert(at, entry);
        size++;
    }

    /** Whether it was there. */
    boolean remove(IndexEntry entry) {
        if (chunks.isEmpty()) {
            return false;
        }
        var number = chunkFor(entry);
        var chunk = chunks.get(number);
        var at = place(chunk, entry);
        if (at == chunk.size || chunk.entries[at] != entry) {
            return false;
        }
        chunk.remove(at);
        if (chunk.size == 0) {
            chunks.remove(number);
        }
        size--;
        return true;
    }

    /** The last chunk that begins no later than the entry, or the first one. */
    private int chunkFor(IndexEntry entry) {
        var low = 0;
        var high = chunks.size() - 1;
        while (low < high) {
            var middle = (low + high + 1) >>> 1;
            if (order.compare(chunks.get(middle).first(), entry) <= 0) {
                low = middle;
            } else {
                high = middle - 1;
            }
        }
        return low;
    }

    /** Where in the chunk it is or belongs. */
    private int place(Chunk chunk, IndexEntry entry) {
        var low = 0;
        var high = chunk.size;
        while (low < high) {
            var middle = (low + high) >>> 1;
            if (order.compare(chunk.entries[middle], entry) < 0) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    /**
     * Visits entries one by one.
     *
     * @param from where to begin, the entry itself included; null for the very first or last
     * @param visitor false to stop
     */
    void visit(@Nullable IndexEntry from, boolean descending, Predicate<IndexEntry> visitor) {
        if (chunks.isEmpty()) {
            return;
        }
        var number = from != null ? chunkFor(from) : descending ? chunks.size() - 1 : 0;
        var chunk = chunks.get(number);
        var at = from != null ? place(chunk, from) : descending ? chunk.size : 0;
        if (descending && (from == null || at == chunk.size || order.compare(chunk.entries[at], from) > 0)) {
            at--;
        }
        while (true) {
            for (; at >= 0 && at < chunk.size; at += descending ? -1 : 1) {
                if (!visitor.test(chunk.entries[at])) {
                    return;
                }
            }
            number += descending ? -1 : 1;
            if (number < 0 || number == chunks.size()) {
                return;
            }
            chunk = chunks.get(number);
            at = descending ? chunk.size - 1 : 0;
        }
    }

    /** All of them as they are now. */
    List<IndexEntry> all() {
        var all = new ArrayList<IndexEntry>(size);
        for (var chunk : chunks) {
            for (var at = 0; at < chunk.size; at++) {
                all.add(chunk.entries[at]);
            }
        }
        return all;
    }
}
