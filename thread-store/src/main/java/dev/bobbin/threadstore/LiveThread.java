package dev.bobbin.threadstore;

import dev.bobbin.rollout.line.RolloutItem;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The one writer of a loaded thread. Keeps its metadata in step with what is appended: history first, then the facts that
 * follow from it, so that an index never knows more than the file.
 *
 * <p>Until {@link #commit} it is on trial: closing it discards the writer and leaves nothing behind. Afterwards closing
 * it shuts the writer down. Calls come from one owner, one after another; only {@link #readThread}, {@link #readHistory}
 * and {@link #updateMetadata} may come from elsewhere.
 */
public final class LiveThread implements AutoCloseable {
    private final ThreadStore store;
    private final String threadId;
    private final Clock clock;
    private final MetadataObserver observer;
    private boolean committed;
    private boolean closed;

    private LiveThread(ThreadStore store, String threadId, Clock clock, MetadataPatch initial) {
        this.store = store;
        this.threadId = threadId;
        this.clock = clock;
        this.observer = new MetadataObserver(threadId, initial);
    }

    /** Opens a new thread. Nothing is written before the first {@link #append} or {@link #persist}. */
    public static LiveThread create(ThreadStore store, CreateThread params, Clock clock) {
        var facts = MetadataPatch.builder();
        MetadataObserver.describe(params.meta(), facts);
        facts.createdAt(params.createdAt()).updatedAt(params.createdAt());
        var live = new LiveThread(store, params.threadId(), clock, facts.build());
        store.create(params);
        return live;
    }

    /**
     * Reopens a stored thread, streaming its history once.
     *
     * @param history gets every line, so that the caller need not read the file again
     */
    public static LiveThread resume(ThreadStore store, ResumeThread params, Clock clock, HistorySink history) {
        store.resume(params);
        var live = new LiveThread(store, params.threadId(), clock, MetadataPatch.EMPTY);
        var fold = new HistoryFold(live.observer);
        try {
            var source = new ReadHistory(params.threadId(), params.rolloutPath(), params.includeArchived());
            store.readHistory(source, fold.before(history));
        } catch (RuntimeException e) {
            store.discard(params.threadId());
            throw e;
        }
        return live;
    }

    public String threadId() {
        return threadId;
    }

    /** Where the history lies or will lie; null where the store keeps no files. */
    public @Nullable Path rolloutPath() {
        return store.rolloutPath(threadId);
    }

    /** Ends the trial: the thread has started for good. */
    public void commit() {
        committed = true;
    }

    /** Appends history, then what follows from it. Durable against {@code kill -9} on return. */
    public void append(List<? extends RolloutItem> items) {
        if (items.isEmpty()) {
            return;
        }
        store.append(threadId, items);
        apply(observer.observe(items, now()));
    }

    /** As {@link #append}, but items that cannot be written now never will be. */
    public void appendNowOrNever(List<? extends RolloutItem> items) {
        store.appendNowOrNever(threadId, items);
        apply(observer.observe(items, now()));
    }

    /**
     * Appends another thread's history; see {@link ThreadStore#appendHistory}. Metadata learns from it as from any other, but
     * what it learned is not written before the next {@link #append} or {@link #flush}.
     *
     * @param history gets every line that this thread then has
     */
    public void appendHistory(ReadHistory source, long lineLimit, HistorySink history) {
        store.appendHistory(threadId, source, lineLimit, new HistoryFold(observer).before(history));
        observer.observe(List.of(), now());
    }

    /** Materialises the history and its metadata, also when nothing was appended yet. */
    public void persist() {
        store.persist(threadId);
        apply(observer.pending(true));
    }

    /** Writes what is pending, unless nothing was appended yet. */
    public void flush() {
        store.flush(threadId);
        apply(observer.pending(false));
    }

    /** Makes what was appended survive a power cut. */
    public void sync() {
        store.sync(threadId);
    }

    /** Writes what is pending, then the patch, and returns the thread as it now is. */
    public StoredThread updateMetadata(MetadataPatch patch) {
        apply(observer.pending(true));
        return store.updateThreadMetadata(threadId, patch, true);
    }

    /** The thread as it is, with what was learned of it and is not yet written. */
    public StoredThread readThread() {
        return observer.pendingFacts().applyTo(store.readThread(new ReadThread(threadId, true)));
    }

    public void readHistory(HistorySink sink) {
        store.readHistory(new ReadHistory(threadId, rolloutPath(), true), sink);
    }

    /** As {@link #readHistory(HistorySink)}, but lines before an offset are not needed; see {@link ReadHistory#from}. */
    public void readHistory(long from, HistorySink sink) {
        store.readHistory(new ReadHistory(threadId, rolloutPath(), true, from), sink);
    }

    /** Writes what is pending and closes the writer. May be repeated when it fails. */
    public void shutdown() {
        if (closed) {
            return;
        }
        apply(observer.pending(false));
        store.shutdown(threadId);
        closed = true;
    }

    /** Drops the writer; what is durable stays. */
    public void discard() {
        if (closed) {
            return;
        }
        store.discard(threadId);
        closed = true;
    }

    @Override
    public void close() {
        if (committed) {
            shutdown();
        } else {
            discard();
        }
    }

    private void apply(MetadataObserver.@Nullable Ready ready) {
        if (ready != null) {
            store.updateThreadMetadata(threadId, ready.patch(), true);
            observer.applied(ready);
        }
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }
}
