package dev.bobbin.rollout.replay;

import dev.bobbin.rollout.line.RawJson;
import java.util.ArrayList;
import java.util.List;

/** The items of a conversation, the newest of them as far as a bound allows. */
final class ContextItems {
    /** What an item takes beside its bytes, about. */
    private static final int OVERHEAD_BYTES = 64;

    private final List<RawJson> items = new ArrayList<>();
    private final long maxBytes;
    private long bytes;
    /** The items let go are the first so many. */
    private int omitted;

    private long omittedBytes;

    /** @param maxBytes is exceeded by a quarter before anything is let go, so that this need not be done for each item */
    ContextItems(long maxBytes) {
        this.maxBytes = maxBytes;
    }

    long maxBytes() {
        return maxBytes;
    }

    /** All that are kept, oldest first. */
    List<RawJson> all() {
        return items;
    }

    /** How many there are, kept or not. */
    int count() {
        return omitted + items.size();
    }

    /** Length of those that were let go. */
    long omittedBytes() {
        return omittedBytes;
    }

    void add(RawJson item) {
        items.add(item);
        bytes += size(item);
        if (bytes - maxBytes > maxBytes / 4) {
            letGo();
        }
    }

    /** Lets go of the oldest, but never of the last. */
    private void letGo() {
        var many = 0;
        while (bytes > maxBytes && many < items.size() - 1) {
            bytes -= size(items.get(many));
            omittedBytes += items.get(many).length();
            many++;
        }
        items.subList(0, many).clear();
        omitted += many;
    }

    /** Drops all but the first {@code count}; false if those are not all at hand. */
    boolean cut(int count) {
        var dropped = items.subList(Math.max(0, Math.min(count - omitted, items.size())), items.size());
        for (var item : dropped) {
            bytes -= size(item);
        }
        dropped.clear();
        return omitted == 0 || count > omitted;
    }

    /** Begins anew with these. */
    void replace(List<RawJson> replacement) {
        var anew = List.copyOf(replacement);
        items.clear();
        bytes = 0;
        omitted = 0;
        omittedBytes = 0;
        anew.forEach(this::add);
    }

    private static long size(RawJson item) {
        return item.length() + OVERHEAD_BYTES;
    }
}
