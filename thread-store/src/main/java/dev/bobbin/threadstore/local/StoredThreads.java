package dev.bobbin.threadstore.local;

import dev.bobbin.rollout.file.RolloutPaths;
import dev.bobbin.rollout.file.RolloutReader;
import dev.bobbin.threadstore.HistoryFold;
import dev.bobbin.threadstore.HistorySink;
import dev.bobbin.threadstore.ReadHistory;
import dev.bobbin.threadstore.ReadThread;
import dev.bobbin.threadstore.StoredThread;
import dev.bobbin.threadstore.ThreadStoreException;
import dev.bobbin.threadstore.local.sqlite.StateDb;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads single threads: what is known of them, and their histories. Never needs a lock. */
final class StoredThreads {
    private static final long LARGE_FILE_BYTES = 256 << 10;
    /** A row is written that much after its file at most. */
    private static final Duration ROW_LAG = Duration.ofSeconds(10);

    private final Path codexHome;
    private final ThreadFiles files;
    private final HeadReader heads;
    private final SessionIndex names;
    private final StateDb database;
    private final OpenWriters writers;

    StoredThreads(
            Path codexHome,
            ThreadFiles files,
            HeadReader heads,
            SessionIndex names,
            StateDb database,
            OpenWriters writers) {
        this.codexHome = codexHome;
        this.files = files;
        this.heads = heads;
        this.names = names;
        this.database = database;
        this.writers = writers;
    }

    void readHistory(ReadHistory params, HistorySink sink) {
        stream(historyPath(params), params.from(), sink);
    }

    private static void stream(Path path, long from, HistorySink sink) {
        try (var reader = RolloutReader.open(path, from)) {
            if (!sink.needsModelItems()) {
                reader.withoutModelItems();
            }
            for (var line = reader.next(); line != null; line = reader.next()) {
                sink.at(reader.lineStart());
                if (!sink.accept(line)) {
                    return;
                }
            }
        } catch (IOException e) {
            throw new ThreadStoreException.Internal(
                    "failed to load thread history " + path + ": " + OsErrors.text(e), e);
        }
    }

    Path historyPath(ReadHistory params) {
        var path = params.rolloutPath();
        return path != null
                ? path
                : located(params.threadId(), params.includeArchived()).path();
    }

    StoredThread read(ReadThread params) {
        var live = writers.find(params.threadId());
        if (live != null && live.isMaterialised()) {
            return live.thread();
        }
        var found = located(params.threadId(), params.includeArchived());
        return cold(found.path(), found.archived(), params.headSuffices());
    }

    /** Both in one pass, unless the thread is open here. */
    StoredThread read(ReadThread params, HistorySink history) {
        var live = writers.find(params.threadId());
        if (live != null && live.isMaterialised()) {
            stream(live.path(), 0, history);
            return live.thread();
        }
        var found = located(params.threadId(), params.includeArchived());
        var head = heads.head(found.path(), found.archived());
        var fold = new HistoryFold(head.threadId());
        stream(found.path(), 0, fold.before(history));
        return named(fold.result().applyTo(head), null);
    }

    StoredThread readByPath(Path path, boolean includeArchived) {
        var file = ExplicitPath.resolve(codexHome, path);
        var archived = ThreadFiles.isArchived(file);
        var thread = cold(file, archived, false);
        if (archived && !includeArchived) {
            throw new ThreadStoreException.InvalidRequest("thread " + thread.threadId() + " is archived");
        }
        return thread;
    }

    /**
     * A thread that is not open here. Of a large file only the head is read where that suffices or the database knows the
     * rest; small ones are read whole, which needs no database.
     */
    StoredThread cold(Path path, boolean archived, boolean headSuffices) {
        var head = sizeOf(path) > LARGE_FILE_BYTES ? heads.head(path, archived) : null;
        var row = head == null ? null : fromRow(head);
        var thread = row != null ? row : head != null && headSuffices ? head : heads.whole(path, archived);
        return named(thread, row);
    }

    /** @param row null if the database was not asked, or knows nothing */
    private StoredThread named(StoredThread thread, @Nullable StoredThread row) {
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
                : HeadWithRow.of(head, row).toBuilder().gitInfo(row.gitInfo()).build();
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

    /** @throws ThreadStoreException.InvalidRequest if there is no such file, or it is archived and that is not allowed */
    ThreadFiles.Found located(String threadId, boolean includeArchived) {
        var live = writers.find(threadId);
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
}
