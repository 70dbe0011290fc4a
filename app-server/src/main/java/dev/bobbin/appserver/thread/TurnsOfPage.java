package dev.bobbin.appserver.thread;

import dev.bobbin.protocol.v2.turn.SortDirection;
import dev.bobbin.protocol.v2.turn.Turn;
import dev.bobbin.protocol.v2.turn.TurnItemsView;
import dev.bobbin.threadstore.HistorySink;
import java.util.HashSet;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * The turns of a history, with the items of those that a client is to be shown. Where a fold did not keep them, the history is
 * read once more, for these alone.
 *
 * @param history streams the lines
 * @param view what a fold of them shows
 */
record TurnsOfPage(Consumer<HistorySink> history, Function<HistoryReplay, List<Turn>> view) {

    /** All turns, oldest first, with the items of those on the page. */
    List<Turn> page(@Nullable String cursor, @Nullable Long limit, @Nullable SortDirection direction) {
        var newest = TurnPages.newest(cursor, limit, direction);
        var folded = newest == null ? HistoryReplay.ofTurns() : HistoryReplay.ofNewestTurns(newest);
        history.accept(folded);
        return page(folded, cursor, limit, direction);
    }

    /** As {@link #page}, of a history that has been folded. */
    List<Turn> page(
            HistoryReplay folded, @Nullable String cursor, @Nullable Long limit, @Nullable SortDirection direction) {
        var turns = view.apply(folded);
        var shown = new HashSet<String>();
        TurnPages.within(turns, cursor, limit, direction).forEach(turn -> shown.add(turn.id()));
        return withItems(folded, turns, turn -> shown.contains(turn.id()));
    }

    /** The turn of that id; null if there is none. */
    @Nullable
    Turn turn(String turnId) {
        var folded = HistoryReplay.ofTurns();
        history.accept(folded);
        for (var turn : withItems(folded, view.apply(folded), turn -> turn.id().equals(turnId))) {
            if (turn.id().equals(turnId)) {
                return turn;
            }
        }
        return null;
    }

    private List<Turn> withItems(HistoryReplay folded, List<Turn> turns, Predicate<Turn> shown) {
        var ordinals = folded.ordinals();
        var missing = new HashSet<Integer>();
        for (var i = 0; i < turns.size(); i++) {
            if (turns.get(i).itemsView() == TurnItemsView.NOT_LOADED && shown.test(turns.get(i))) {
                missing.add(ordinals.get(i));
            }
        }
        if (missing.isEmpty()) {
            return turns;
        }
        var again = HistoryReplay.ofTurns(missing);
        history.accept(again);
        again.requireItems();
        return view.apply(again);
    }
}
