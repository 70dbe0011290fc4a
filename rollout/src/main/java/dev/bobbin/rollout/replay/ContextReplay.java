package dev.bobbin.rollout.replay;

import dev.bobbin.rollout.line.Compacted;
import dev.bobbin.rollout.line.JsonFields;
import dev.bobbin.rollout.line.RawJson;
import dev.bobbin.rollout.line.RawLine;
import dev.bobbin.rollout.line.RolloutEvent;
import dev.bobbin.rollout.line.RolloutItem;
import dev.bobbin.rollout.line.TokenUsageInfo;
import dev.bobbin.rollout.line.TurnContext;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Folds the lines of a rollout into the conversation that the model sees.
 *
 * <p>Keeps nothing but what came after the last compaction, as bytes. The file falls into segments: one per
 * {@code task_started} or, where those are missing, per user message. A rollback drops segments from the end until it has
 * dropped as many with a user message as it says. If that reaches behind the last compaction, what was before it is needed
 * again: then {@link #isComplete} is false, and the lines have to be folded once more by {@link #again}. The same goes for
 * what is let go so that memory does not grow with the file: items beyond a bound, and segments but for the newest. One
 * thread at a time.
 */
public final class ContextReplay {
    /** More segments than a rollback at once is likely to drop. */
    private static final int MAX_SEGMENTS = 4_096;

    /** What holds from some point on, as far as it is known. */
    private record Settings(
            @Nullable RawJson newest, @Nullable RawJson newestOfUser, boolean cleared) {
        static final Settings NONE = new Settings(null, null, true);

        Settings then(ContextSegment segment) {
            var told = segment.settings;
            return told == null
                    ? new Settings(newest, newestOfUser, cleared || segment.cleared)
                    : new Settings(told, segment.userTurn ? told : newestOfUser, segment.cleared);
        }
    }

    private final ContextItems items;
    /** The newest of those since the last compaction; the one it happened in is their first. */
    private final List<ContextSegment> segments = new ArrayList<>();

    private final BitSet userTurns = new BitSet();
    private final BitSet dropped;
    private final boolean secondPass;
    private final boolean keepsItems;
    private int nextOrdinal;
    /** The oldest segment that a rollback can still undo by cutting. */
    private int oldestKnown;

    private boolean complete = true;
    /** What held before the first of the segments. */
    private Settings earlier = Settings.NONE;

    private @Nullable TokenUsageInfo usage;

    private long lineStart;
    /** Where each segment begins in the file, as far as that was told. */
    private long[] starts = new long[16];
    /** The segment that the conversation begins in, and whether all of it is told from there on. */
    private int first;

    private boolean isWholeFromFirst = true;

    public ContextReplay() {
        this(new BitSet(), false, true, Long.MAX_VALUE);
    }

    private ContextReplay(BitSet dropped, boolean secondPass, boolean keepsItems, long maxBytes) {
        this.items = new ContextItems(maxBytes);
        this.dropped = dropped;
        this.secondPass = secondPass;
        this.keepsItems = keepsItems;
        beginSegment(false);
    }

    /** Folds all, but keeps no more of the items than the newest that take about so many bytes. */
    public static ContextReplay ofNewest(long maxBytes) {
        return new ContextReplay(new BitSet(), false, true, maxBytes);
    }

    /** Folds all but the items themselves: the result has none. */
    public static ContextReplay ofSettings() {
        return new ContextReplay(new BitSet(), false, false, Long.MAX_VALUE);
    }

    /** Whether {@link #result} is right; if not, {@link #again}. */
    public boolean isComplete() {
        return complete;
    }

    /** A fold for a second pass over the same lines, which knows from the start what is rolled back later. */
    public ContextReplay again() {
        return new ContextReplay((BitSet) dropped.clone(), true, keepsItems, items.maxBytes());
    }

    /** Tells where in the file the next line begins, for {@link #tail}. */
    public void at(long offset) {
        lineStart = offset;
    }

    /**
     * Where the lines begin that make up the newest of the conversation: a fold of them alone has the same items as one of the
     * whole file, as far as they lie within so many bytes of its end. What it says of settings is not known from them.
     *
     * @return 0 if that is the whole file, or cannot be told
     */
    public Tail tail(long bytes) {
        if (!complete || secondPass || !isWholeFromFirst) {
            return new Tail(0, 0);
        }
        var from = first;
        for (var ordinal = first; ordinal < nextOrdinal; ordinal++) {
            if (!dropped.get(ordinal)) {
                from = ordinal;
                if (lineStart - starts[ordinal] <= bytes) {
                    break;
                }
            }
        }
        return new Tail(starts[from], starts[from] - starts[first]);
    }

    /**
     * The end of a file.
     *
     * @param from where it begins, in bytes
     * @param omittedBytes how much of the conversation lies before it, at most
     */
    public record Tail(long from, long omittedBytes) {}

    /**
     * Takes the next item of a running thread.
     *
     * @throws IllegalArgumentException if it holds a value that is not JSON
     */
    public void accept(RolloutItem item, int index) {
        accept(RawLine.of(item, Instant.EPOCH, index));
    }

    /** Takes the next line of a file. */
    public void accept(RawLine line) {
        switch (line.kind()) {
            case RESPONSE_ITEM -> {
                if (line.isItem()) {
                    response(line);
                }
            }
            case COMPACTED -> {
                if (!isDropped() && line.parse() instanceof Compacted compacted) {
                    compacted(compacted);
                }
            }
            case TURN_CONTEXT -> {
                if (!isDropped()) {
                    segments.getLast().settings(line.payload());
                }
            }
            case EVENT -> event(line);
            case SESSION_META, BOBBIN, UNKNOWN -> {}
        }
    }

    private void event(RawLine line) {
        switch (line.eventType()) {
            case TASK_STARTED -> beginSegment(true);
            case USER_MESSAGE -> markUserTurn();
            case TOKEN_COUNT -> {
                if (line.parse() instanceof RolloutEvent.TokenCount count && count.info() != null) {
                    usage = count.info();
                }
            }
            case THREAD_ROLLED_BACK -> {
                if (line.parse() instanceof RolloutEvent.ThreadRolledBack rolledBack) {
                    rollBack(rolledBack.numTurns());
                    beginSegment(false);
                }
            }
            case TASK_COMPLETE,
                    TURN_ABORTED,
                    AGENT_MESSAGE,
                    AGENT_REASONING,
                    AGENT_REASONING_RAW_CONTENT,
                    CONTEXT_COMPACTED,
                    ENTERED_REVIEW_MODE,
                    EXITED_REVIEW_MODE,
                    PATCH_APPLY_END,
                    MCP_TOOL_CALL_END,
                    WEB_SEARCH_END,
                    IMAGE_GENERATION_END,
                    THREAD_GOAL_UPDATED,
                    ITEM_COMPLETED,
                    UNKNOWN -> {}
        }
    }

    private void response(RawLine line) {
        if (line.payloadTypeIs("message") && UserTexts.isInstruction(line.payloadFields())) {
            if (segments.getLast().beginsAnewAtUserMessage()) {
                beginSegment(false);
            }
            markUserTurn();
        }
        if (keepsItems && !isDropped()) {
            items.add(line.payload());
        }
    }

    private void beginSegment(boolean marked) {
        if (segments.size() == MAX_SEGMENTS) {
            forget(segments.subList(0, MAX_SEGMENTS / 2));
        }
        if (nextOrdinal == starts.length) {
            starts = Arrays.copyOf(starts, 2 * nextOrdinal);
        }
        starts[nextOrdinal] = lineStart;
        segments.add(new ContextSegment(nextOrdinal++, items.count(), marked));
    }

    private void forget(List<ContextSegment> oldest) {
        oldestKnown = oldest.getLast().ordinal + 1;
        earlier = settings(oldest);
        oldest.clear();
    }

    private void markUserTurn() {
        var segment = segments.getLast();
        segment.userTurn = true;
        userTurns.set(segment.ordinal);
    }

    private boolean isDropped() {
        return secondPass && dropped.get(segments.getLast().ordinal);
    }

    private void compacted(Compacted compacted) {
        if (keepsItems) {
            var history = compacted.replacementHistory();
            items.replace(history == null ? UserTexts.withSummary(items.all(), compacted.message()) : history);
        }
        isWholeFromFirst = compacted.replacementHistory() != null;
        var current = segments.removeLast();
        first = current.ordinal;
        earlier = settings(segments);
        segments.clear();
        segments.add(current);
        current.compacted();
    }

    private void rollBack(long turns) {
        if (secondPass) {
            return;
        }
        for (var ordinal = nextOrdinal - 1; ordinal >= 0 && turns > 0; ordinal--) {
            var beforeAllTurns = ordinal == 0 && !userTurns.get(0);
            if (!dropped.get(ordinal) && !beforeAllTurns) {
                dropped.set(ordinal);
                complete &= ordinal >= oldestKnown;
                turns -= userTurns.get(ordinal) ? 1 : 0;
            }
        }
        while (!segments.isEmpty() && dropped.get(segments.getLast().ordinal)) {
            var last = segments.removeLast();
            complete &= !last.compacted;
            complete &= items.cut(last.firstItem);
        }
    }

    private Settings settings(List<ContextSegment> following) {
        var settings = earlier;
        for (var segment : following) {
            settings = settings.then(segment);
        }
        return settings;
    }

    /** The conversation so far. More lines may follow. */
    public ModelContext result() {
        var settings = settings(segments);
        return new ModelContext(
                List.copyOf(items.all()),
                items.omittedBytes(),
                parsed(settings.newest()),
                settings.cleared() || items.omittedBytes() > 0,
                settings.newestOfUser() == null
                        ? null
                        : JsonFields.of(settings.newestOfUser()).string("model"),
                usage);
    }

    private static @Nullable TurnContext parsed(@Nullable RawJson settings) {
        return settings == null ? null : TurnContext.parse(settings);
    }
}
