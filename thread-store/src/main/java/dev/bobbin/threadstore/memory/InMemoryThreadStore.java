package dev.bobbin.threadstore.memory;

import dev.bobbin.rollout.line.RawLine;
import dev.bobbin.rollout.line.RolloutItem;
import dev.bobbin.threadstore.CreateThread;
import dev.bobbin.threadstore.HistorySink;
import dev.bobbin.threadstore.ListThreads;
import dev.bobbin.threadstore.MetadataPatch;
import dev.bobbin.threadstore.PageCursor;
import dev.bobbin.threadstore.ReadHistory;
import dev.bobbin.threadstore.ReadThread;
import dev.bobbin.threadstore.ResumeThread;
import dev.bobbin.threadstore.SearchPage;
import dev.bobbin.threadstore.SearchThreads;
import dev.bobbin.threadstore.Snippets;
import dev.bobbin.threadstore.StoredThread;
import dev.bobbin.threadstore.ThreadFilter;
import dev.bobbin.threadstore.ThreadPage;
import dev.bobbin.threadstore.ThreadStore;
import dev.bobbin.threadstore.ThreadStoreException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Threads in memory, gone with the process. One lock guards all of them and is never held while a sink runs. */
public final class InMemoryThreadStore implements ThreadStore {
    private final String defaultProvider;
    private final Clock clock;
    private final Map<String, MemoryThread> threads = new HashMap<>();

    /** @param defaultProvider provider that threads without one count as */
    public InMemoryThreadStore(String defaultProvider, Clock clock) {
        this.defaultProvider = defaultProvider;
        this.clock = clock;
    }

    @Override
    public synchronized void create(CreateThread params) {
        if (threads.containsKey(params.threadId())) {
            throw alreadyOpen(params.threadId());
        }
        threads.put(params.threadId(), new MemoryThread(params));
    }

    @Override
    public synchronized void resume(ResumeThread params) {
        var thread = threads.get(params.threadId());
        if (thread != null && thread.hasWriter()) {
            throw alreadyOpen(params.threadId());
        }
        stored(params.threadId(), params.includeArchived()).openWriter(true);
    }

    private static ThreadStoreException.InvalidRequest alreadyOpen(String threadId) {
        return new ThreadStoreException.InvalidRequest("thread " + threadId + " already has a live local writer");
    }

    @Override
    public synchronized void append(String threadId, List<? extends RolloutItem> items) {
        writer(threadId).append(items, now());
    }

    @Override
    public void appendNowOrNever(String threadId, List<? extends RolloutItem> items) {
        append(threadId, items);
    }

    @Override
    public void appendHistory(String threadId, ReadHistory source, long lineLimit, HistorySink history) {
        var copied = new ArrayList<RolloutItem>();
        readHistory(source, line -> {
            if (copied.size() < lineLimit) {
                copied.add(line.parse());
            }
            return copied.size() < lineLimit;
        });
        append(threadId, copied);
        readHistory(ReadHistory.of(threadId), history);
    }

    @Override
    public synchronized void persist(String threadId) {
        writer(threadId).materialise(now());
    }

    @Override
    public synchronized void flush(String threadId) {
        writer(threadId);
    }

    @Override
    public synchronized void sync(String threadId) {
        writer(threadId);
    }

    @Override
    public synchronized void shutdown(String threadId) {
        closeWriter(threadId);
    }

    @Override
    public synchronized void discard(String threadId) {
        closeWriter(threadId);
    }

    private void closeWriter(String threadId) {
        var thread = writer(threadId);
        thread.openWriter(false);
        if (!thread.materialised()) {
            threads.remove(threadId);
        }
    }

    @Override
    public synchronized boolean hasWriter(String threadId) {
        var thread = threads.get(threadId);
        return thread != null && thread.hasWriter();
    }

    @Override
    public @Nullable Path rolloutPath(String threadId) {
        return null;
    }

    @Override
    public void readHistory(ReadHistory params, HistorySink sink) {
        for (var line : history(params)) {
            if (!sink.accept(line)) {
                return;
            }
        }
    }

    private synchronized List<RawLine> history(ReadHistory params) {
        return stored(params.threadId(), params.includeArchived()).history();
    }

    @Override
    public synchronized StoredThread readThread(ReadThread params) {
        return stored(params.threadId(), params.includeArchived()).metadata();
    }

    @Override
    public StoredThread readThread(ReadThread params, HistorySink history) {
        var thread = readThread(params);
        readHistory(new ReadHistory(thread.threadId(), null, params.includeArchived()), history);
        return thread;
    }

    @Override
    public StoredThread readThreadByPath(Path path, boolean includeArchived) {
        throw new ThreadStoreException.InvalidRequest("in-memory thread store does not know rollout path " + path);
    }

    @Override
    public ThreadPage listThreads(ListThreads params) {
        return ThreadPage.of(
                inOrder(params).stream().limit(params.pageSize() + 1L).toList(), params);
    }

    /** All that match, from the cursor on. */
    private List<StoredThread> inOrder(ListThreads params) {
        var cursor = params.cursor() == null ? null : PageCursor.parse(params.cursor());
        var filter = new ThreadFilter(params, defaultProvider);
        var order = Comparator.comparing(params::timeOf).thenComparing(StoredThread::threadId);
        return snapshot().stream()
                .filter(thread -> cursor == null
                        || cursor.precedes(params.timeOf(thread), thread.threadId(), params.descending()))
                .filter(filter::matches)
                .sorted(params.descending() ? order.reversed() : order)
                .map(StoredThread::asListed)
                .toList();
    }

    private synchronized List<StoredThread> snapshot() {
        return threads.values().stream()
                .filter(MemoryThread::materialised)
                .map(MemoryThread::metadata)
                .toList();
    }

    @Override
    public SearchPage searchThreads(SearchThreads params) {
        var snippets = new Snippets(params.searchTerm());
        var found = new ArrayList<SearchPage.Hit>();
        for (var thread : inOrder(params.asList())) {
            var snippet = snippet(snippets, thread.threadId());
            if (snippet != null) {
                found.add(new SearchPage.Hit(thread, snippet));
            }
            if (found.size() > params.pageSize()) {
                break;
            }
        }
        return SearchPage.of(found, params);
    }

    private @Nullable String snippet(Snippets snippets, String threadId) {
        for (var line : history(ReadHistory.of(threadId))) {
            var snippet = snippets.in(line);
            if (snippet != null) {
                return snippet;
            }
        }
        return null;
    }

    @Override
    public synchronized StoredThread updateThreadMetadata(
            String threadId, MetadataPatch patch, boolean includeArchived) {
        var thread = threads.get(threadId);
        if (thread == null) {
            throw new ThreadStoreException.InvalidRequest("thread not found: " + threadId);
        }
        if (!thread.hasWriter()) {
            thread = stored(threadId, includeArchived);
        }
        thread.metadata(patch.applyTo(thread.metadata()));
        return thread.metadata();
    }

    @Override
    public synchronized void archiveThread(String threadId) {
        var thread = stored(threadId, true);
        if (thread.metadata().archived()) {
            throw notFound(threadId);
        }
        thread.metadata(thread.metadata().toBuilder().archivedAt(now()).build());
    }

    @Override
    public synchronized StoredThread unarchiveThread(String threadId) {
        var thread = threads.get(threadId);
        if (thread == null || !thread.metadata().archived()) {
            throw new ThreadStoreException.InvalidRequest("no archived rollout found for thread id " + threadId);
        }
        thread.metadata(thread.metadata().toBuilder().archivedAt(null).build());
        return thread.metadata();
    }

    @Override
    public synchronized void deleteThread(String threadId) {
        stored(threadId, true);
        threads.remove(threadId);
    }

    @Override
    public synchronized List<String> descendants(String threadId) {
        var found = new ArrayList<String>();
        var open = new ArrayDeque<>(List.of(threadId));
        while (!open.isEmpty()) {
            var parent = open.remove();
            threads.values().stream()
                    .map(MemoryThread::metadata)
                    .filter(thread -> parent.equals(thread.source().spawnParent()))
                    .map(StoredThread::threadId)
                    .filter(id -> !found.contains(id) && !id.equals(threadId))
                    .sorted()
                    .forEach(id -> {
                        found.add(id);
                        open.add(id);
                    });
        }
        return found;
    }

    @Override
    public synchronized void close() {
        threads.values().forEach(thread -> thread.openWriter(false));
    }

    private MemoryThread writer(String threadId) {
        var thread = threads.get(threadId);
        if (thread == null || !thread.hasWriter()) {
            throw new ThreadStoreException.NotFound(threadId);
        }
        return thread;
    }

    private MemoryThread stored(String threadId, boolean includeArchived) {
        var thread = threads.get(threadId);
        if (thread == null || !thread.materialised()) {
            throw notFound(threadId);
        }
        if (!includeArchived && thread.metadata().archived()) {
            throw new ThreadStoreException.InvalidRequest("thread " + threadId + " is archived");
        }
        return thread;
    }

    private static ThreadStoreException.InvalidRequest notFound(String threadId) {
        return new ThreadStoreException.InvalidRequest("no rollout found for thread id " + threadId);
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }
}
