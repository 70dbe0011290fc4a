package dev.bobbin.rollout.replay;

import dev.bobbin.protocol.v2.item.ThreadItem;
import dev.bobbin.protocol.v2.turn.Turn;
import dev.bobbin.protocol.v2.turn.TurnItemsView;
import dev.bobbin.protocol.v2.turn.TurnStatus;
import java.util.ArrayList;
import java.util.List;

/** Turns as they are shown. */
public final class TurnViews {
    private TurnViews() {}

    /** The turn with no more items than the view has: for a summary the first user message and the last agent message. */
    public static Turn of(Turn turn, TurnItemsView view) {
        return switch (view) {
            case FULL -> turn;
            case SUMMARY -> with(turn, summary(turn.items()), TurnItemsView.SUMMARY, turn.status());
            case NOT_LOADED -> with(turn, List.of(), TurnItemsView.NOT_LOADED, turn.status());
        };
    }

    private static List<ThreadItem> summary(List<ThreadItem> items) {
        var summary = new ArrayList<ThreadItem>(2);
        for (var item : items) {
            if (item instanceof ThreadItem.UserMessage) {
                summary.add(item);
                break;
            }
        }
        for (var i = items.size() - 1; i >= 0; i--) {
            if (items.get(i) instanceof ThreadItem.AgentMessage) {
                summary.add(items.get(i));
                break;
            }
        }
        return summary;
    }

    /** The turns of a thread that nothing runs in: what never ended was interrupted. */
    public static List<Turn> settled(List<Turn> turns) {
        return turns.stream()
                .map(turn -> turn.status() == TurnStatus.IN_PROGRESS
                        ? with(turn, turn.items(), turn.itemsView(), TurnStatus.INTERRUPTED)
                        : turn)
                .toList();
    }

    private static Turn with(Turn turn, List<ThreadItem> items, TurnItemsView view, TurnStatus status) {
        return new Turn(
                turn.id(), items, view, status, turn.error(), turn.startedAt(), turn.completedAt(), turn.durationMs());
    }
}
