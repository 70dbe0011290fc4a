package dev.bobbin.threadstore;

import dev.bobbin.rollout.line.EventKind;
import dev.bobbin.rollout.line.RawLine;

/** Learns a thread's metadata from its stored history, line by line, parsing only the lines that matter. */
public final class HistoryFold {
    private final MetadataObserver observer;

    public HistoryFold(String threadId) {
        this(new MetadataObserver(threadId, MetadataPatch.EMPTY));
    }

    HistoryFold(MetadataObserver observer) {
        this.observer = observer;
    }

    public void accept(RawLine line) {
        var relevant = switch (line.kind()) {
            case SESSION_META, TURN_CONTEXT -> true;
            case EVENT -> isRelevant(line.eventType());
            case RESPONSE_ITEM, COMPACTED, BOBBIN, UNKNOWN -> false;
        };
        if (relevant) {
            observer.fold(line.parse());
        }
    }

    /** Learns from every line before the sink gets it, and never from items of the model or its tools. */
    public HistorySink before(HistorySink sink) {
        return new HistorySink() {
            @Override
            public boolean accept(RawLine line) {
                HistoryFold.this.accept(line);
                return sink.accept(line);
            }

            @Override
            public void at(long offset) {
                sink.at(offset);
            }

            @Override
            public boolean needsModelItems() {
                return sink.needsModelItems();
            }
        };
    }

    private static boolean isRelevant(EventKind kind) {
        return kind == EventKind.USER_MESSAGE || kind == EventKind.TOKEN_COUNT || kind == EventKind.THREAD_GOAL_UPDATED;
    }

    /** All that was learned. */
    public MetadataPatch result() {
        return observer.pendingFacts();
    }
}
