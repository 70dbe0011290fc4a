package dev.bobbin.threadstore.local;

import dev.bobbin.protocol.wire.Patch;
import dev.bobbin.rollout.file.RolloutPaths;
import dev.bobbin.rollout.line.RolloutItem;
import dev.bobbin.threadstore.CreateThread;
import dev.bobbin.threadstore.HistorySink;
import dev.bobbin.threadstore.ListThreads;
import dev.bobbin.threadstore.MetadataPatch;
import dev.bobbin.threadstore.ReadHistory;
import dev.bobbin.threadstore.ReadThread;
import dev.bobbin.threadstore.ResumeThread;
import dev.bobbin.threadstore.SearchPage;
import dev.bobbin.threadstore.SearchThreads;
import dev.bobbin.threadstore.StoredThread;
import dev.bobbin.threadstore.ThreadPage;
import dev.bobbin.threadstore.ThreadStore;
import dev.bobbin.threadstore.ThreadStoreException;
import dev.bobbin.threadstore.local.sqlite.StateDb;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Threads as rollout files in a home. Opening the store touches nothing, unless old threads are to be compressed in the
 * background; what a call needs is made or read when it comes.
 *
 * @see LocalStoreConfig
 */
public final class LocalThreadStore implements ThreadStore {
    private static final Logger LOG = LoggerFactory.getLogger(LocalThreadStore.class);

    private final LocalStoreConfig config;
    private final WriterLocks locks;
    private final SessionIndex names;
    private final ThreadIndex index = new ThreadIndex();
    private final HeadReader heads;
    private final ThreadFiles files;
    private final ThreadMoves moves;
    private final ThreadLists lists;
    private final MetadataWrites metadata;
    private final StateDb database;
    private final OpenWriters writers = new OpenWriters();
    private final StoredThreads stored;

    public LocalThreadStore(LocalStoreConfig config) {
        this.config = config;
        this.locks = new WriterLocks(config.codexHome(), config.clientName());
        this.names = new SessionIndex(config.codexHome());
        this.heads = new HeadReader(config.defaultModelProvider(), index);
        this.files = new ThreadFiles(config.codexHome(), config.zone(), index);
        this.moves = new ThreadMoves(files, config.clock());
        var scan = new HomeScan(config.codexHome(), index, heads);
        this.metadata = new MetadataWrites(config, locks, names);
        this.database = new StateDb(config.sqliteHome(), config.clock(), index::allFresh);
        this.stored = new StoredThreads(config.codexHome(), files, heads, names, database, writers);
        this.lists = new ThreadLists(config, index, scan, heads, names, database, writers::latest);
        if (config.compressing() != Compressing.NOTHING) {
            Thread.ofPlatform().name("compression").daemon().start(compression());
        }
    }

    /** Begins to open the database, if there is one, which the first lists would wait for. */
    public void warmUp() {
        database.warmUp();
    }

    /** Compresses threads that have rested long enough. */
    RolloutCompression compression() {
        var idleToo = config.compressing() == Compressing.ARCHIVED_AND_IDLE;
        return new RolloutCompression(config.codexHome(), locks, config.clock(), idleToo);
    }

    @Override
    public void create(CreateThread params) {
        var cwd = params.meta().cwd();
        if (cwd.isEmpty()) {
            throw new ThreadStoreException.InvalidRequest("local thread store requires a cwd");
        }
        var thread = heads.describe(params.meta())
                .createdAt(params.createdAt())
                .updatedAt(params.createdAt())
                .build();
        writers.add(LiveWriter.create(config, locks, params, thread));
        database.makeSoon();
    }

    @Override
    public void resume(ResumeThread params) {
        if (hasWriter(params.threadId())) {
            throw OpenWriters.alreadyOpen(params.threadId());
        }
        var path = params.rolloutPath();
        var archived = path != null && ThreadFiles.isArchived(path);
        if (path == null) {
            var found = stored.located(params.threadId(), params.includeArchived());
            path = found.path();
            archived = found.archived();
        }
        var head = heads.head(path, archived);
        var named = head.toBuilder().name(names.name(head.threadId())).build();
        var writer = LiveWriter.reopen(config, locks, RolloutPaths.logical(path), named);
        try {
            writers.add(writer);
        } catch (ThreadStoreException e) {
            writer.discard();
            throw e;
        }
    }

    @Override
    public void append(String threadId, List<? extends RolloutItem> items) {
        writers.get(threadId).append(items);
    }

    @Override
    public void appendNowOrNever(String threadId, List<? extends RolloutItem> items) {
        writers.get(threadId).appendNowOrNever(items);
    }

    @Override
    public void appendHistory(String threadId, ReadHistory source, long lineLimit, HistorySink history) {
        var writer = writers.get(threadId);
        var from = stored.historyPath(source);
        if (history.needsModelItems()) {
            writer.copy(from, lineLimit, _ -> false);
            stored.readHistory(new ReadHistory(threadId, writer.path(), true), history);
        } else {
            writer.copy(from, lineLimit, history);
        }
    }

    @Override
    public void persist(String threadId) {
        writers.get(threadId).persist();
    }

    @Override
    public void flush(String threadId) {
        writers.get(threadId).flush();
    }

    @Override
    public void sync(String threadId) {
        writers.get(threadId).sync();
    }

    @Override
    public void shutdown(String threadId) {
        writers.get(threadId).close();
        writers.remove(threadId);
    }

    @Override
    public void discard(String threadId) {
        writers.get(threadId).discard();
        writers.remove(threadId);
    }

    @Override
    public boolean hasWriter(String threadId) {
        return writers.has(threadId);
    }

    @Override
    public Path rolloutPath(String threadId) {
        return writers.get(threadId).path();
    }

    @Override
    public void readHistory(ReadHistory params, HistorySink sink) {
        stored.readHistory(params, sink);
    }

    @Override
    public StoredThread readThread(ReadThread params) {
        return stored.read(params);
    }

    @Override
    public StoredThread readThread(ReadThread params, HistorySink history) {
        return stored.read(params, history);
    }

    @Override
    public StoredThread readThreadByPath(Path path, boolean includeArchived) {
        return stored.readByPath(path, includeArchived);
    }

    @Override
    public ThreadPage listThreads(ListThreads params) {
        return lists.list(params);
    }

    @Override
    public SearchPage searchThreads(SearchThreads params) {
        if (params.searchTerm().isBlank()) {
            throw new ThreadStoreException.InvalidRequest("thread/search requires a non-empty searchTerm");
        }
        return lists.search(params);
    }

    @Override
    public StoredThread updateThreadMetadata(String threadId, MetadataPatch patch, boolean includeArchived) {
        var nameDecided = !(patch.name() instanceof Patch.Keep);
        var live = writers.find(threadId);
        if (live != null) {
            metadata.update(live, patch);
            if (live.isMaterialised() && !patch.isEmpty()) {
                database.put(live.thread(), nameDecided);
            }
            return live.thread();
        }
        var found = files.find(threadId, includeArchived);
        if (found == null) {
            var archived = !includeArchived && files.findArchived(threadId) != null;
            throw new ThreadStoreException.InvalidRequest(
                    archived ? "thread " + threadId + " is archived" : "thread not found: " + threadId);
        }
        var before = stored.cold(found.path(), found.archived(), false);
        if (patch.isEmpty()) {
            return before;
        }
        var after = metadata.update(before, found.path(), patch);
        database.put(after, nameDecided);
        return after;
    }

    @Override
    public void archiveThread(String threadId) {
        exclusively(threadId, () -> {
            var path = moves.archive(threadId);
            var archived = stored.cold(path, true, false).toBuilder()
                    .archivedAt(config.clock().instant())
                    .build();
            database.put(archived, false);
            return archived;
        });
    }

    @Override
    public StoredThread unarchiveThread(String threadId) {
        return exclusively(threadId, () -> {
            var thread = stored.cold(moves.unarchive(threadId), false, false);
            database.put(thread, false);
            return thread;
        });
    }

    @Override
    public void deleteThread(String threadId) {
        var found = stored.located(threadId, true);
        if (hasWriter(threadId)) {
            discard(threadId);
        }
        exclusively(threadId, () -> {
            moves.delete(found.path());
            var other = files.find(threadId, true);
            if (other != null) {
                moves.delete(other.path());
            }
            database.delete(threadId);
            names.forget(threadId, config.clock().instant());
            return threadId;
        });
    }

    /** Something that is done to a thread's file. */
    @FunctionalInterface
    public interface Change<T> {
        T run() throws IOException;
    }

    /**
     * Moves no file from under a writer, whichever process it is in: nobody else can open one until the change is done.
     *
     * @throws ThreadStoreException.Conflict if another process holds the thread
     */
    public <T> T exclusively(String threadId, Change<T> change) {
        try {
            if (hasWriter(threadId)) {
                return change.run();
            }
            try (var held = locks.take(threadId)) {
                return change.run();
            }
        } catch (IOException e) {
            throw new ThreadStoreException.Internal(OsErrors.text(e), e);
        }
    }

    @Override
    public List<String> descendants(String threadId) {
        return lists.descendants(threadId);
    }

    @Override
    public void close() {
        lists.stop();
        for (var writer : writers.all()) {
            try {
                shutdown(writer.threadId());
            } catch (ThreadStoreException e) {
                LOG.warn("thread {} could not be closed: {}", writer.threadId(), e.text());
            }
        }
        database.close();
        try {
            locks.close();
        } catch (IOException e) {
            LOG.warn("locks could not be closed: {}", e.toString());
        }
    }
}
