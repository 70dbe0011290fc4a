package dev.bobbin.appserver.thread;

import dev.bobbin.appserver.dispatch.RequestException;
import dev.bobbin.protocol.v2.turn.Turn;
import dev.bobbin.protocol.v2.turn.TurnStatus;
import dev.bobbin.rollout.line.EventKind;
import dev.bobbin.rollout.line.LineKind;
import dev.bobbin.rollout.line.RawJson;
import dev.bobbin.rollout.line.RawLine;
import dev.bobbin.rollout.line.RolloutEvent;
import dev.bobbin.rollout.line.SessionMeta;
import dev.bobbin.rollout.replay.ContextReplay;
import dev.bobbin.rollout.replay.ModelContext;
import dev.bobbin.rollout.replay.TurnReplay;
import dev.bobbin.threadstore.HistorySink;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Folds a history, line by line, into whatever is needed of it: the turns that clients see, the conversation that the model
 * sees, and whether the last turn was cut short.
 */
final class HistoryReplay implements HistorySink {
    private final @Nullable TurnReplay turns;
    private @Nullable ContextReplay context;
    private final boolean needsModelItems;
    private final boolean headOnly;
    private @Nullable SessionMeta meta;
    private @Nullable String openTurnId;
    private int nextIndex;
    private long beginning = -1;
    private boolean hasExplicitTurns;
    private boolean unansweredMessage;
    private @Nullable RawJson goal;

    private HistoryReplay(
            @Nullable TurnReplay turns, @Nullable ContextReplay context, boolean needsModelItems, boolean headOnly) {
        this.needsModelItems = needsModelItems;
        this.headOnly = headOnly;
        this.turns = turns == null ? null : turns.within(HistoryBounds.turns());
        this.context = context;
    }

    static HistoryReplay ofTurns() {
        return new HistoryReplay(TurnReplay.full(), null, false, false);
    }

    /** The turns, but only those with these {@linkplain #ordinals ordinals} with their items. */
    static HistoryReplay ofTurns(Set<Integer> ordinals) {
        return new HistoryReplay(TurnReplay.only(ordinals), null, false, false);
    }

    /** The turns, but only the newest with their items, so that memory does not grow with the history. */
    static HistoryReplay ofNewestTurns(int newest) {
        return new HistoryReplay(TurnReplay.newest(newest), null, false, false);
    }

    /** What the model was last told and spent, and the turns of which only the newest have their items. */
    static HistoryReplay ofSettingsAndNewestTurns(int newest) {
        return new HistoryReplay(TurnReplay.newest(newest), ContextReplay.ofSettings(), false, false);
    }

    /** What the model was last told and spent, and the turns. */
    static HistoryReplay ofSettingsAndTurns() {
        return new HistoryReplay(TurnReplay.full(), ContextReplay.ofSettings(), false, false);
    }

    /** What the model was last told and spent. */
    static HistoryReplay ofSettings() {
        return new HistoryReplay(null, ContextReplay.ofSettings(), false, false);
    }

    /** The conversation, no more of it than {@link HistoryBounds} says. */
    static HistoryReplay ofContext() {
        return new HistoryReplay(null, ContextReplay.ofNewest(HistoryBounds.conversation()), true, false);
    }

    static HistoryReplay ofBoth() {
        return new HistoryReplay(TurnReplay.full(), ContextReplay.ofNewest(HistoryBounds.conversation()), true, false);
    }

    /** Only what the first line says. */
    static HistoryReplay ofHead() {
        return new HistoryReplay(null, null, false, true);
    }

    /** Only what the thread is to achieve. */
    static HistoryReplay ofGoal() {
        return new HistoryReplay(null, null, false, false);
    }

    @Override
    public boolean accept(RawLine line) {
        nextIndex = line.index() + 1;
        if (turns != null) {
            turns.accept(line);
        }
        if (context != null) {
            context.accept(line);
        }
        if (line.kind() == LineKind.EVENT) {
            noteBoundary(line);
        } else if (line.kind() == LineKind.SESSION_META && meta == null && line.parse() instanceof SessionMeta first) {
            meta = first;
        } else if (line.kind() == LineKind.BOBBIN && line.type().equals(Goals.RECORD)) {
            goal = line.payload();
        }
        return !headOnly || meta == null;
    }

    @Override
    public void at(long offset) {
        beginning = beginning < 0 ? offset : beginning;
        if (context != null) {
            context.at(offset);
        }
    }

    @Override
    public boolean needsModelItems() {
        return needsModelItems;
    }

    private void noteBoundary(RawLine line) {
        var kind = line.eventType();
        if (kind == EventKind.TASK_STARTED && line.parse() instanceof RolloutEvent.TaskStarted started) {
            hasExplicitTurns = true;
            openTurnId = started.turnId();
        } else if (kind == EventKind.TASK_COMPLETE || kind == EventKind.TURN_ABORTED) {
            openTurnId = null;
            unansweredMessage = false;
        } else if (kind == EventKind.USER_MESSAGE) {
            unansweredMessage = true;
        } else if (kind == EventKind.THREAD_GOAL_UPDATED && goal != null) {
            goal = line.payload();
        }
    }

    /**
     * Makes sure of the conversation: a rollback behind a compaction brings back what had been dropped, which takes another
     * look at the history.
     *
     * @param history streams the same lines once more
     */
    void complete(Consumer<HistorySink> history) {
        var first = context;
        if (first == null || first.isComplete()) {
            return;
        }
        var second = first.again();
        history.accept(line -> {
            second.accept(line);
            return true;
        });
        context = second;
    }

    /** The turn that the last count of tokens belongs to; null if that was not looked for, or none were counted. */
    @Nullable
    String usageOwner() {
        return turns == null ? null : turns.usageOwner();
    }

    /** The first session_meta. */
    @Nullable
    SessionMeta meta() {
        return meta;
    }

    /** What the history last says of the thread's goal; null if nothing. */
    @Nullable
    RawJson goal() {
        return goal;
    }

    /**
     * Makes sure that the turns have their items.
     *
     * @throws RequestException if those would take too much memory
     */
    void requireItems() {
        if (turns != null && turns.hasOverflowed()) {
            throw ThreadErrors.tooLong(HistoryBounds.turns());
        }
    }

    /** For each of the turns, which one it is; the same whenever the history is read. */
    List<Integer> ordinals() {
        return turns == null ? List.of() : turns.ordinals();
    }

    /** Whether the history ends within a turn. */
    boolean endsMidTurn() {
        return hasExplicitTurns ? openTurnId != null : unansweredMessage;
    }

    /** The index of a line that would come next. */
    int nextIndex() {
        return nextIndex;
    }

    /** The turn it ends in; null if that is unknown or there is none. */
    @Nullable
    String openTurnId() {
        return openTurnId;
    }

    /** The turns of a thread that is at rest: one that was never ended was interrupted, and nothing runs in it. */
    List<Turn> turnsAtRest() {
        var turns = turns();
        var resting = new ArrayList<Turn>(turns.size());
        for (var turn : turns) {
            resting.add(TurnViews.withoutCommands(atRest(turn)));
        }
        return resting;
    }

    private static Turn atRest(Turn turn) {
        return turn.status() == TurnStatus.IN_PROGRESS ? TurnViews.withStatus(turn, TurnStatus.INTERRUPTED) : turn;
    }

    /** The turns of a loaded thread, in which a turn may be running, and commands of turns since it was loaded. */
    List<Turn> turns(LoadedThread thread) {
        var running = thread.turn();
        var shown = new ArrayList<Turn>();
        for (var turn : turns()) {
            if (running != null && turn.id().equals(running.id())) {
                var items = new ArrayList<>(turn.items());
                items.addAll(running.items().openTools());
                shown.add(TurnViews.withItems(turn, items, turn.itemsView()));
            } else {
                var resting = atRest(turn);
                shown.add(thread.beganSinceLoaded(turn.id()) ? resting : TurnViews.withoutCommands(resting));
            }
        }
        return shown;
    }

    private List<Turn> turns() {
        return turns == null ? List.of() : turns.turns();
    }

    /** Where the newest of the conversation begins, as much of it as is kept at most. */
    ContextReplay.Tail tail() {
        var fold = context;
        // Lines are longer than the items in them, and there are others in between.
        return fold == null ? new ContextReplay.Tail(0, 0) : fold.tail(2 * HistoryBounds.conversation());
    }

    /** Where the first line stands that was folded; -1 if the store did not tell. */
    long beginning() {
        return beginning;
    }

    /** Whether the conversation is right; if not, {@link #complete}. */
    boolean isComplete() {
        var fold = context;
        return fold == null || fold.isComplete();
    }

    ModelContext modelContext() {
        var fold = context;
        if (fold == null) {
            throw new IllegalStateException("the conversation was not asked for");
        }
        return fold.result();
    }
}
