package dev.bobbin.threadstore.local;

import dev.bobbin.protocol.wire.Patch;
import dev.bobbin.rollout.file.RolloutPaths;
import dev.bobbin.rollout.file.RolloutReader;
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
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
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

    private static final long LARGE_FILE_BYTES = 256 << 10;
    /** A row is written that much after its file at most. */
    private static final Duration ROW_LAG = Duration.ofSeconds(10);

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
    private final ConcurrentHashMap<String, LiveWriter> writers = new ConcurrentHashMap<>();

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
        this.lists = new ThreadLists(config, index, scan, heads, names, database, this::latest);
        if (config.compressArchived()) {
            Thread.ofPlatform().name("compression").daemon().start(compression());
        }
    }

    /** Begins to open the database, if there is one, which the first lists would wait for. */
    public void warmUp() {
        database.warmUp();
    }

    /** Compresses archived threads that have rested long enough. */
    ArchiveCompression compression() {
        return new ArchiveCompression(config.codexHome(), locks, config.clock());
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
        register(LiveWriter.create(config, locks, params, thread));
        database.makeSoon();
    }

    @Override
    public void resume(ResumeThread params) {
        if (hasWriter(params.threadId())) {
            throw alreadyOpen(params.threadId());
        }
        var path = params.rolloutPath();
        var archived = path != null && ThreadFiles.isArchived(path);
        if (path == null) {
            var found = located(params.threadId(), params.includeArchived());
            path = found.path();
            archived = found.archived();
        }
        var head = heads.head(path, archived);
        var named = head.toBuilder().name(names.name(head.threadId())).build();
        var writer = LiveWriter.reopen(config, locks, RolloutPaths.logical(path), named);
        try {
            register(writer);
        } catch (ThreadStoreException e) {
            writer.discard();
            throw e;
        }
    }

    private void register(LiveWriter writer) {
        if (writers.putIfAbsent(writer.threadId(), writer) != null) {
            throw alreadyOpen(writer.threadId());
        }
    }

    private static ThreadStoreException.InvalidRequest alreadyOpen(String threadId) {
        return new ThreadStoreException.InvalidRequest("thread " + threadId + " already has a live local writer");
    }

    @Override
    public void append(String threadId, List<? extends RolloutItem> items) {
        writer(threadId).append(items);
    }

    @Override
    public void appendNowOrNever(String threadId, List<? extends RolloutItem> items) {
        writer(threadId).appendNowOrNever(items);
    }

    @Override
    public void appendHistory(String threadId, ReadHistory source, long lineLimit) {
        writer(threadId).copy(historyPath(source), lineLimit);
    }

    @Override
    public void persist(String threadId) {
        writer(threadId).persist();
    }

    @Override
    public void flush(String threadId) {
        writer(threadId).flush();
    }

    @Override
    public void sync(String threadId) {
        writer(threadId).sync();
    }

    @Override
    public void shutdown(String threadId) {
        writer(threadId).close();
        writers.remove(threadId);
    }

    @Override
    public void discard(String threadId) {
        writer(threadId).discard();
        writers.remove(threadId);
    }

    @Override
    public boolean hasWriter(String threadId) {
        return writers.containsKey(threadId);
    }

    @Override
    public Path rolloutPath(String threadId) {
        return writer(threadId).path();
    }

    private LiveWriter writer(String threadId) {
        var writer = writers.get(threadId);
        if (writer == null) {
            throw new ThreadStoreException.NotFound(threadId);
        }
        return writer;
    }

    @Override
    public void readHistory(ReadHistory params, HistorySink sink) {
        var path = historyPath(params);
        try (var reader = RolloutReader.open(path)) {
            if (!sink.needsToolItems()) {
                reader.withoutToolItems();
            }
            var line = reader.next();
            while (line != null && sink.accept(line)) {
                line = reader.next();
            }
        } catch (IOException e) {
            throw new ThreadStoreException.Internal(
                    "failed to load thread history " + path + ": " + OsErrors.text(e), e);
        }
    }

    private Path historyPath(ReadHistory params) {
        var path = params.rolloutPath();
        return path != null
                ? path
                : located(params.threadId(), params.includeArchived()).path();
    }

    @Override
    public StoredThread readThread(ReadThread params) {
        var live = writers.get(params.threadId());
        if (live != null && live.isMaterialised()) {
            return live.thread();
        }
        var found = located(params.threadId(), params.includeArchived());
        return cold(found.path(), found.archived(), params.headSuffices());
    }

    /**
     * A thread that is not open here. Of a large file only the head is read where that suffices or the database knows the
     * rest; small ones are read whole, which needs no database.
     */
    private StoredThread cold(Path path, boolean archived, boolean headSuffices) {
        var head = sizeOf(path) > LARGE_FILE_BYTES ? heads.head(path, archived) : null;
        var row = head == null ? null : fromRow(head);
        var thread = row != null ? row : head != null && headSuffices ? head : heads.whole(path, archived);
        var name = names.name(thread.threadId());
        if (name == null && row == null && database.isOpen()) {
            var known = row(thread.threadId());
            name = known == null ? null : known.name();
        }
        return name == null ? thread : thread.toBuilder().name(name).build();
    }

    private @Nullable StoredThread fromRow(StoredThread head) {
        var row = row(head.threadId());
        return row == null || row.updatedAt().plus(ROW_LAG).isBefore(head.updatedAt())
                ? null
                : ThreadLists.withRow(head, row).toBuilder()
                        .gitInfo(row.gitInfo())
                        .build();
    }

    private @Nullable StoredThread row(String threadId) {
        return database.find(List.of(threadId), ThreadLists.DATABASE_WAIT).get(threadId);
    }

    private static long sizeOf(Path path) {
        try {
            var file = RolloutPaths.existing(path);
            return file == null ? 0 : Files.size(file);
        } catch (IOException e) {
            return 0;
        }
    }

    private ThreadFiles.Found located(String threadId, boolean includeArchived) {
        var live = writers.get(threadId);
        if (live != null && live.isMaterialised()) {
            return new ThreadFiles.Found(live.path(), ThreadFiles.isArchived(live.path()));
        }
        var found = files.find(threadId, true);
        if (found == null) {
            throw new ThreadStoreException.InvalidRequest("no rollout found for thread id " + threadId);
        }
        if (found.archived() && !includeArchived) {
            throw new ThreadStoreException.InvalidRequest("thread " + threadId + " is archived");
        }
        return found;
    }

    @Override
    public StoredThread readThreadByPath(Path path, boolean includeArchived) {
        var file = ExplicitPath.resolve(config.codexHome(), path);
        var archived = ThreadFiles.isArchived(file);
        var thread = cold(file, archived, false);
        if (archived && !includeArchived) {
            throw new ThreadStoreException.InvalidRequest("thread " + thread.threadId() + " is archived");
        }
        return thread;
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

    /** Prefers what a live writer knows to what the head of its file says. */
    private StoredThread latest(StoredThread listed) {
        var live = writers.get(listed.threadId());
        if (live == null) {
            return listed;
        }
        return live.thread().toBuilder()
                .rolloutPath(listed.rolloutPath())
                .createdAt(listed.createdAt())
                .updatedAt(listed.updatedAt())
                .preview(listed.preview())
                .build();
    }

    @Override
    public StoredThread updateThreadMetadata(String threadId, MetadataPatch patch, boolean includeArchived) {
        var nameDecided = !(patch.name() instanceof Patch.Keep);
        var live = writers.get(threadId);
        if (live != null) {
            metadata.update(live, patch);
            if (live.isMaterialised() && !patch.isEmpty()) {
                database.put(live.thread(), nameDecided);
            }
            return live.thread();
        }
        var found = files.find(threadId, includeArchived);
        if (found == null) {
            throw new ThreadStoreException.InvalidRequest("thread not found: " + threadId);
        }
        var before = cold(found.path(), found.archived(), false);
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
            var archived = cold(path, true, false).toBuilder()
                    .archivedAt(config.clock().instant())
                    .build();
            database.put(archived, false);
            return archived;
        });
    }

    @Override
    public StoredThread unarchiveThread(String threadId) {
        return exclusively(threadId, () -> {
            var thread = cold(moves.unarchive(threadId), false, false);
            database.put(thread, false);
            return thread;
        });
    }

    @Override
    public void deleteThread(String threadId) {
        var found = located(threadId, true);
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
        for (var writer : List.copyOf(writers.values())) {
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
