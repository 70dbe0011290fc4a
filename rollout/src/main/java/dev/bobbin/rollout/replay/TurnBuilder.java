package dev.bobbin.rollout.replay;

import dev.bobbin.protocol.v2.item.ThreadItem;
import dev.bobbin.protocol.v2.turn.Turn;
import dev.bobbin.protocol.v2.turn.TurnError;
import dev.bobbin.protocol.v2.turn.TurnItemsView;
import dev.bobbin.protocol.v2.turn.TurnStatus;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A turn while it is put together. */
final class TurnBuilder {
    private final String id;
    private final int ordinal;
    private final boolean explicit;
    private List<ThreadItem> items;
    /** Places of items that came under an id of their own. */
    private Map<String, Integer> places = Map.of();
    /** Ids of items that only our own records tell. */
    private Set<String> ours = Set.of();

    private boolean keepsItems;
    /** Length of the lines that the items kept came from. */
    long bytes;

    private boolean sawCompaction;
    /** Items so far, kept or not, without ours. */
    private int count;

    private boolean lastIsReasoning;
    private TurnStatus status;
    private @Nullable TurnError error;
    private @Nullable Long startedAt;
    private @Nullable Long completedAt;
    private @Nullable Long durationMs;

    TurnBuilder(String id, int ordinal, boolean explicit, TurnStatus status, boolean keepsItems) {
        this.id = id;
        this.ordinal = ordinal;
        this.explicit = explicit;
        this.status = status;
        this.keepsItems = keepsItems;
        this.items = keepsItems ? new ArrayList<>(4) : List.of();
    }

    String id() {
        return id;
    }

    int ordinal() {
        return ordinal;
    }

    boolean keepsItems() {
        return keepsItems;
    }

    /** For numbering: what other readers of the file count. */
    int countedItems() {
        return count;
    }

    void started(@Nullable Long at) {
        startedAt = at;
    }

    void completed(@Nullable Long at, @Nullable Long duration) {
        if (status != TurnStatus.FAILED && status != TurnStatus.INTERRUPTED) {
            status = TurnStatus.COMPLETED;
        }
        completedAt = at;
        durationMs = duration;
    }

    void interrupted(@Nullable Long at, @Nullable Long duration) {
        status = TurnStatus.INTERRUPTED;
        completedAt = at;
        durationMs = duration;
    }

    void failed(@Nullable TurnError reason) {
        status = TurnStatus.FAILED;
        error = reason;
    }

    void sawCompaction() {
        sawCompaction = true;
    }

    /** Without markers a user message begins a turn, unless all that happened before it is a compaction. */
    boolean endsAtUserMessage() {
        return !explicit && !(sawCompaction && count == 0);
    }

    /** A turn that nothing announced and nothing happened in is none. */
    boolean isWorthKeeping() {
        return explicit || sawCompaction || count > 0 || !items.isEmpty();
    }

    boolean hasEnded() {
        return status == TurnStatus.COMPLETED || status == TurnStatus.FAILED;
    }

    void add(ThreadItem item) {
        count++;
        if (keepsItems) {
            items.add(item);
        }
        lastIsReasoning = item instanceof ThreadItem.Reasoning;
    }

    /** Replaces the item of that id where it stands, or adds it. */
    void put(String itemId, ThreadItem item) {
        if (!replace(itemId, item)) {
            add(itemId, item);
        } else if (ours.contains(itemId)) {
            ours.remove(itemId);
            count++;
        }
    }

    /** The same for an item that other readers of the file do not see: it changes nothing in how the rest is read. */
    void putOurs(String itemId, ThreadItem item) {
        if (!replace(itemId, item)) {
            var wasReasoning = lastIsReasoning;
            add(itemId, item);
            count--;
            lastIsReasoning = wasReasoning;
            if (ours.isEmpty()) {
                ours = new HashSet<>();
            }
            ours.add(itemId);
        }
    }

    private void add(String itemId, ThreadItem item) {
        if (places.isEmpty()) {
            places = new HashMap<>();
        }
        places.put(itemId, items.size());
        add(item);
    }

    private boolean replace(String itemId, ThreadItem item) {
        var place = places.get(itemId);
        if (place == null) {
            return false;
        }
        if (keepsItems) {
            items.set(place, item);
        }
        return true;
    }

    /** Adds to the reasoning that was the last thing but for ours; false if it was something else. */
    boolean extendReasoning(String text, boolean summary) {
        if (!lastIsReasoning) {
            return false;
        }
        for (var i = items.size() - 1; i >= 0; i--) {
            if (items.get(i) instanceof ThreadItem.Reasoning last) {
                items.set(i, EventItems.extended(last, text, summary));
                break;
            }
        }
        return true;
    }

    /** No more is expected: what only serves adding is dropped if the items are not kept. */
    void close() {
        if (!keepsItems) {
            places = Map.of();
            ours = Set.of();
        }
    }

    /** Stops keeping items. */
    void letGo() {
        keepsItems = false;
        bytes = 0;
        items = List.of();
        close();
    }

    Turn build() {
        return new Turn(
                id,
                List.copyOf(items),
                keepsItems ? TurnItemsView.FULL : TurnItemsView.NOT_LOADED,
                status,
                error,
                startedAt,
                completedAt,
                durationMs);
    }
}
