package dev.bobbin.rollout.replay;

import dev.bobbin.protocol.v2.item.ThreadItem;
import dev.bobbin.protocol.v2.turn.Turn;
import dev.bobbin.protocol.v2.turn.TurnStatus;
import dev.bobbin.rollout.line.BobbinRecord;
import dev.bobbin.rollout.line.Compacted;
import dev.bobbin.rollout.line.JsonFields;
import dev.bobbin.rollout.line.RawLine;
import dev.bobbin.rollout.line.ResponseItem;
import dev.bobbin.rollout.line.RolloutEvent;
import dev.bobbin.rollout.line.RolloutItem;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.IntPredicate;
import org.jspecify.annotations.Nullable;

/**
 * Folds the lines of a rollout, or the items of a running thread, into the turns that clients see.
 *
 * <p>A turn begins with {@code task_started}; where that is missing, as in old files, with a user message, and its id is
 * {@code rollout-<index>}. Items are numbered through the thread, tool items keep the id of their call. Turns failed,
 * commands run and other things that only our own records tell are put in place. Only lines that show something are
 * parsed. One thread at a time.
 *
 * <p>A fold {@linkplain #within with a bound} lets go of all items when they take more, so that memory does not grow with the
 * history: then all turns are {@code notLoaded}, and {@link #only} gets the items of some in another pass.
 */
public final class TurnReplay {
    private final List<TurnBuilder> finished = new ArrayList<>();
    private final IntPredicate wanted;
    private final int newest;
    private final ItemBudget budget;

    private @Nullable TurnBuilder open;
    private int opened;
    private int nextItem = 1;
    private final UsageOwner usage = new UsageOwner();

    private TurnReplay(IntPredicate wanted, int newest, long maxBytes) {
        this.wanted = wanted;
        this.newest = newest;
        this.budget = new ItemBudget(maxBytes);
    }

    /** Keeps the items of all turns. */
    public static TurnReplay full() {
        return new TurnReplay(_ -> true, Integer.MAX_VALUE, Long.MAX_VALUE);
    }

    /**
     * Keeps the items of no more than the newest turns while it runs. If turns are rolled back behind them, the ones that
     * become newest are {@code notLoaded} in the end; {@link #only} then gets them in another pass.
     */
    public static TurnReplay newest(int turns) {
        return new TurnReplay(_ -> true, turns, Long.MAX_VALUE);
    }

    /** Keeps the items of the turns with these {@linkplain #ordinals ordinals} only. */
    public static TurnReplay only(Set<Integer> ordinals) {
        return new TurnReplay(ordinals::contains, Integer.MAX_VALUE, Long.MAX_VALUE);
    }

    /** The same fold, not begun, which lets go of all items when the lines they came from are longer than that together. */
    public TurnReplay within(long bytes) {
        return new TurnReplay(wanted, newest, bytes);
    }

    /** Whether items were let go because there were too many. */
    public boolean hasOverflowed() {
        return budget.hasOverflowed();
    }

    /** Takes the next line of a file. */
    public void accept(RawLine line) {
        switch (line.kind()) {
            case EVENT -> {
                switch (line.eventType()) {
                    case TOKEN_COUNT -> tokensCounted(line.payloadFields().has("info"));
                    case THREAD_GOAL_UPDATED, UNKNOWN -> {}
                    case TASK_STARTED,
                            TASK_COMPLETE,
                            TURN_ABORTED,
                            USER_MESSAGE,
                            AGENT_MESSAGE,
                            AGENT_REASONING,
                            AGENT_REASONING_RAW_CONTENT,
                            CONTEXT_COMPACTED,
                            THREAD_ROLLED_BACK,
                            ENTERED_REVIEW_MODE,
                            EXITED_REVIEW_MODE,
                            PATCH_APPLY_END,
                            MCP_TOOL_CALL_END,
                            WEB_SEARCH_END,
                            IMAGE_GENERATION_END,
                            ITEM_COMPLETED -> parsed(line);
                }
            }
            case COMPACTED -> compacted(line.index());
            case BOBBIN -> parsed(line);
            case RESPONSE_ITEM -> {
                if (HookPrompts.mayBe(line)) {
                    accept(line.parse(), line.index());
                }
            }
            case SESSION_META, TURN_CONTEXT, UNKNOWN -> {}
        }
    }

    private void parsed(RawLine line) {
        accept(line.parse(), line.index());
        var turn = latest();
        if (turn != null && budget.isExceededBy(turn, line.length())) {
            finished.forEach(budget::letGo);
            budget.letGo(turn);
        }
    }

    /**
     * Takes the next item.
     *
     * @param index how many items the rollout has before it
     */
    public void accept(RolloutItem item, int index) {
        if (item instanceof RolloutEvent event) {
            event(event, index);
        } else if (item instanceof Compacted) {
            compacted(index);
        } else if (item instanceof BobbinRecord bobbin) {
            bobbin(bobbin);
        } else if (item instanceof ResponseItem response) {
            var prompt = HookPrompts.read(response.json(), index);
            if (prompt != null) {
                current(index).add(prompt);
            }
        }
    }

    private void event(RolloutEvent event, int index) {
        switch (event.kind()) {
            case TASK_STARTED -> taskStarted((RolloutEvent.TaskStarted) event);
            case TASK_COMPLETE -> taskComplete((RolloutEvent.TaskComplete) event);
            case TURN_ABORTED -> turnAborted((RolloutEvent.TurnAborted) event);
            case USER_MESSAGE -> userMessage((RolloutEvent.UserMessage) event, index);
            case AGENT_MESSAGE -> agentMessage((RolloutEvent.AgentMessage) event, index);
            case AGENT_REASONING -> reasoning(((RolloutEvent.AgentReasoning) event).text(), true, index);
            case AGENT_REASONING_RAW_CONTENT ->
                reasoning(((RolloutEvent.AgentReasoningRawContent) event).text(), false, index);
            case TOKEN_COUNT -> tokensCounted(((RolloutEvent.TokenCount) event).info() != null);
            case CONTEXT_COMPACTED -> current(index).add(new ThreadItem.ContextCompaction(nextId()));
            case THREAD_ROLLED_BACK -> rolledBack(((RolloutEvent.ThreadRolledBack) event).numTurns());
            case ENTERED_REVIEW_MODE ->
                current(index).add(EventItems.enteredReview(nextId(), (RolloutEvent.EnteredReviewMode) event));
            case EXITED_REVIEW_MODE ->
                current(index).add(EventItems.exitedReview(nextId(), (RolloutEvent.ExitedReviewMode) event));
            case PATCH_APPLY_END -> patched((RolloutEvent.PatchApplyEnd) event, index);
            case MCP_TOOL_CALL_END -> {
                var call = (RolloutEvent.McpToolCallEnd) event;
                current(index).put(call.callId(), EventItems.mcpToolCall(call));
            }
            case WEB_SEARCH_END -> {
                var search = (RolloutEvent.WebSearchEnd) event;
                current(index).put(search.callId(), EventItems.webSearch(search));
            }
            case IMAGE_GENERATION_END -> {
                var image = (RolloutEvent.ImageGenerationEnd) event;
                current(index).put(image.callId(), EventItems.imageGeneration(image));
            }
            case ITEM_COMPLETED -> itemCompleted((RolloutEvent.ItemCompleted) event);
            case THREAD_GOAL_UPDATED, UNKNOWN -> {}
        }
    }

    private void agentMessage(RolloutEvent.AgentMessage event, int index) {
        if (!event.message().isEmpty()) {
            current(index).add(EventItems.agentMessage(nextId(), event));
        }
    }

    private void taskStarted(RolloutEvent.TaskStarted event) {
        close();
        open = newTurn(event.turnId(), true, TurnStatus.IN_PROGRESS);
        open.started(event.startedAt());
    }

    private void taskComplete(RolloutEvent.TaskComplete event) {
        var turn = named(event.turnId());
        if (turn == null) {
            turn = open;
        }
        if (turn != null) {
            turn.completed(event.completedAt(), event.durationMs());
            if (turn == open) {
                close();
            }
        }
    }

    /** Does not close the turn: what was under way may still be recorded. */
    private void turnAborted(RolloutEvent.TurnAborted event) {
        var turn = event.turnId() == null ? open : named(event.turnId());
        if (turn == null) {
            turn = open;
        }
        if (turn != null) {
            turn.interrupted(event.completedAt(), event.durationMs());
        }
    }

    private void userMessage(RolloutEvent.UserMessage event, int index) {
        if (open != null && open.endsAtUserMessage()) {
            close();
        }
        current(index).add(EventItems.userMessage(nextId(), event));
    }

    private void reasoning(String text, boolean summary, int index) {
        if (!text.isEmpty()) {
            var turn = current(index);
            if (!turn.extendReasoning(text, summary)) {
                turn.add(EventItems.reasoning(nextId(), text, summary));
            }
        }
    }

    private void patched(RolloutEvent.PatchApplyEnd event, int index) {
        var turn = event.turnId().isEmpty() ? current(index) : named(event.turnId());
        if (turn != null) {
            turn.put(event.callId(), EventItems.fileChange(event));
        }
    }

    private void itemCompleted(RolloutEvent.ItemCompleted event) {
        var item = JsonFields.of(event.item());
        var text = item.string("text", "");
        var id = item.string("id");
        var turn = named(event.turnId());
        if (turn != null && id != null && !text.isEmpty() && "Plan".equals(item.string("type"))) {
            turn.put(id, new ThreadItem.Plan(id, text));
        }
    }

    private void compacted(int index) {
        current(index).sawCompaction();
    }

    private void bobbin(BobbinRecord bobbin) {
        var fields = JsonFields.of(bobbin.payload());
        var turn = named(fields.string("turn_id", ""));
        if (turn == null) {
            return;
        }
        switch (bobbin.type()) {
            case BobbinRecord.TURN_ERROR -> turn.failed(BobbinRecords.error(fields));
            case BobbinRecord.ITEM -> {
                var item = turn.keepsItems() ? BobbinRecords.item(fields) : null;
                if (item != null) {
                    turn.putOurs(item.id(), item);
                }
            }
            default -> {}
        }
    }

    private void rolledBack(long turns) {
        close();
        var kept = (int) Math.max(0, finished.size() - turns);
        var dropped = finished.subList(kept, finished.size());
        dropped.forEach(budget::letGo);
        dropped.clear();
        nextItem = 1;
        for (var turn : finished) {
            nextItem += turn.countedItems();
        }
    }

    private void tokensCounted(boolean withUsage) {
        if (withUsage) {
            usage.counted(latest(), finished.size() + (open == null ? 0 : 1));
        }
    }

    /** The open turn, else the last that was finished; null if there is none. */
    private @Nullable TurnBuilder latest() {
        return open != null ? open : finished.isEmpty() ? null : finished.getLast();
    }

    private String nextId() {
        return "item-" + nextItem++;
    }

    /** The open turn, or a new one that begins at this item. */
    private TurnBuilder current(int index) {
        if (open == null) {
            open = newTurn("rollout-" + index, false, TurnStatus.COMPLETED);
        }
        return open;
    }

    private TurnBuilder newTurn(String id, boolean explicit, TurnStatus status) {
        var turn = new TurnBuilder(
                id, opened, explicit, status, newest > 0 && !budget.hasOverflowed() && wanted.test(opened));
        opened++;
        if (newest <= finished.size()) {
            budget.letGo(finished.get(finished.size() - newest));
        }
        return turn;
    }

    private void close() {
        if (open != null && open.isWorthKeeping()) {
            open.close();
            finished.add(open);
        }
        open = null;
    }

    /** The open turn if it is called so, else the first finished one that is; null if there is none. */
    private @Nullable TurnBuilder named(String turnId) {
        if (open != null && open.id().equals(turnId)) {
            return open;
        }
        for (var turn : finished) {
            if (turn.id().equals(turnId)) {
                return turn;
            }
        }
        return null;
    }

    /**
     * The turns so far, oldest first, with their items; those whose items were not to be kept are {@code notLoaded}. A turn
     * that has not ended is {@code inProgress}. More items may follow.
     */
    public List<Turn> turns() {
        var shown = shown();
        var turns = new ArrayList<Turn>(shown.size());
        for (var turn : shown) {
            turns.add(turn.build());
        }
        return turns;
    }

    /** For each of the {@link #turns}, its place among all turns ever begun; the same in every pass over a file. */
    public List<Integer> ordinals() {
        return shown().stream().map(TurnBuilder::ordinal).toList();
    }

    private List<TurnBuilder> shown() {
        if (open == null || !open.isWorthKeeping()) {
            return finished;
        }
        var shown = new ArrayList<>(finished);
        shown.add(open);
        return shown;
    }

    /** Id of the turn that the last count of tokens belongs to; empty if there are no turns, null if none were counted. */
    public @Nullable String usageOwner() {
        return usage.among(shown());
    }
}
