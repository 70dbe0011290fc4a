package dev.bobbin.appserver.thread;

import dev.bobbin.protocol.v2.item.ThreadItem;
import dev.bobbin.protocol.v2.turn.SortDirection;
import dev.bobbin.protocol.v2.turn.Turn;
import dev.bobbin.protocol.v2.turn.TurnItemsView;
import dev.bobbin.protocol.v2.turn.TurnsPage;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Cuts pages out of a thread's turns, and shows each turn in the view that was asked for. */
final class TurnPages {
    private static final int DEFAULT_LIMIT = 25;
    private static final int MAX_LIMIT = 100;

    private TurnPages() {}

    /**
     * One page. Its next cursor goes on in the same direction after the page's last turn and is null at the end; its backwards
     * cursor goes the other way, from the page's first turn on, and is null for an empty page.
     *
     * @param turns all turns, oldest first
     * @param limit null for 25; at least 1 and at most 100 are given
     * @param direction null for newest first
     * @param view null for {@code summary}
     */
    static TurnsPage page(
            List<Turn> turns,
            @Nullable String cursor,
            @Nullable Long limit,
            @Nullable SortDirection direction,
            @Nullable TurnItemsView view) {
        var data = new ArrayList<Turn>();
        for (var turn : within(turns, cursor, limit, direction)) {
            data.add(inView(turn, view == null ? TurnItemsView.SUMMARY : view));
        }
        if (data.isEmpty()) {
            return new TurnsPage(data, null, null);
        }
        var end = direction == SortDirection.ASC ? turns.getLast() : turns.getFirst();
        var next = data.getLast().id().equals(end.id())
                ? null
                : new TurnCursor(data.getLast().id(), false).text();
        return new TurnsPage(data, next, new TurnCursor(data.getFirst().id(), true).text());
    }

    /** The turns that are on a page, in its order, as they are. */
    static List<Turn> within(
            List<Turn> turns, @Nullable String cursor, @Nullable Long limit, @Nullable SortDirection direction) {
        var ordered = direction == SortDirection.ASC ? turns : turns.reversed();
        int from = cursor == null ? 0 : startAfter(TurnCursor.parse(cursor), ordered);
        int to = Math.min(ordered.size(), from + size(limit));
        return ordered.subList(Math.min(from, to), to);
    }

    /** How many turns a page has at most. */
    static int size(@Nullable Long limit) {
        return (int) Math.clamp(limit == null ? DEFAULT_LIMIT : limit, 1, MAX_LIMIT);
    }

    /** How many of the newest turns are all that a page can show; null if it may show others. */
    static @Nullable Integer newest(@Nullable String cursor, @Nullable Long limit, @Nullable SortDirection direction) {
        return cursor == null && direction != SortDirection.ASC ? size(limit) : null;
    }

    private static int startAfter(TurnCursor cursor, List<Turn> ordered) {
        for (int i = 0; i < ordered.size(); i++) {
            if (ordered.get(i).id().equals(cursor.turnId())) {
                return cursor.includeAnchor() ? i : i + 1;
            }
        }
        throw ThreadErrors.invalid("invalid cursor: anchor turn is no longer present", "invalid_cursor");
    }

    static Turn inView(Turn turn, TurnItemsView view) {
        return switch (view) {
            case FULL -> TurnViews.withItems(turn, turn.items(), TurnItemsView.FULL);
            case NOT_LOADED -> TurnViews.withItems(turn, List.of(), TurnItemsView.NOT_LOADED);
            case SUMMARY -> TurnViews.withItems(turn, summary(turn.items()), TurnItemsView.SUMMARY);
        };
    }

    /** What was asked and what was answered in the end. */
    private static List<ThreadItem> summary(List<ThreadItem> items) {
        ThreadItem question = null;
        ThreadItem answer = null;
        for (var item : items) {
            if (question == null && item instanceof ThreadItem.UserMessage) {
                question = item;
            } else if (item instanceof ThreadItem.AgentMessage) {
                answer = item;
            }
        }
        var kept = new ArrayList<ThreadItem>(2);
        if (question != null) {
            kept.add(question);
        }
        if (answer != null) {
            kept.add(answer);
        }
        return kept;
    }
}
