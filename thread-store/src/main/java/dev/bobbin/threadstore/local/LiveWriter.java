package dev.bobbin.threadstore.local;

import dev.bobbin.rollout.file.HeadScan;
import dev.bobbin.rollout.file.RolloutCopy;
import dev.bobbin.rollout.file.RolloutGoneException;
import dev.bobbin.rollout.file.RolloutPaths;
import dev.bobbin.rollout.file.RolloutWriter;
import dev.bobbin.rollout.line.RolloutItem;
import dev.bobbin.rollout.line.SessionMeta;
import dev.bobbin.threadstore.CreateThread;
import dev.bobbin.threadstore.HistorySink;
import dev.bobbin.threadstore.StoredThread;
import dev.bobbin.threadstore.ThreadStoreException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One thread's file, open for appending. Used by the thread's owner only, but for {@link #thread}.
 *
 * <p>What could not be written stays queued, and goes out first when the disk has come back.
 */
final class LiveWriter {
    private final LocalStoreConfig config;
    private final WriterLocks locks;
    private final @Nullable CreateThread created;
    private final Path path;
    private final List<RolloutItem> queue = new ArrayList<>();

    private WriterLocks.@Nullable Held lock;
    private @Nullable RolloutWriter out;
    private @Nullable SessionMeta meta;
    /** Whether the file was made, also if it is not open now. */
    private boolean wasOpen;

    private volatile StoredThread thread;

    private LiveWriter(
            LocalStoreConfig config,
            WriterLocks locks,
            @Nullable CreateThread created,
            Path path,
            StoredThread thread) {
        this.config = config;
        this.locks = locks;
        this.created = created;
        this.path = path;
        this.thread = thread;
    }

    /** Touches nothing yet. */
    static LiveWriter create(LocalStoreConfig config, WriterLocks locks, CreateThread params, StoredThread thread) {
        var path = RolloutPaths.planned(config.codexHome(), params.threadId(), params.createdAt(), config.zone());
        var located = thread.toBuilder().rolloutPath(path).build();
        return new LiveWriter(config, locks, params, path, located);
    }

    /** Takes the lock and opens the file. */
    static LiveWriter reopen(LocalStoreConfig config, WriterLocks locks, Path path, StoredThread thread) {
        var writer = new LiveWriter(config, locks, null, path, thread);
        try {
            writer.lock = locks.take(thread.threadId());
            writer.out = RolloutWriter.openForAppend(path);
            writer.wasOpen = true;
            return writer;
        } catch (IOException e) {
            writer.letGo();
            throw writer.failed(e);
        }
    }

    String threadId() {
        return thread.threadId();
    }

    /** The logical path, whether the file exists yet or not. */
    Path path() {
        return path;
    }

    boolean isMaterialised() {
        return wasOpen;
    }

    /** The metadata as last updated. */
    StoredThread thread() {
        return thread;
    }

    void thread(StoredThread changed) {
        thread = changed;
    }

    /** The session_meta this thread's file begins with. */
    SessionMeta meta() {
        if (meta == null) {
            try {
                meta = HeadScan.readMeta(path);
            } catch (IOException e) {
                throw failed(e);
            }
            if (meta == null) {
                throw new ThreadStoreException.Internal("rollout at " + path + " does not start with session metadata");
            }
        }
        return meta;
    }

    void append(List<? extends RolloutItem> items) {
        var before = queue.size();
        queue.addAll(items);
        try {
            writeQueued();
        } catch (IllegalArgumentException e) {
            // Will never be written: not kept for later.
            queue.subList(before, queue.size()).clear();
            throw e;
        }
    }

    /** Keeps nothing of the items for later when they cannot be written. */
    void appendNowOrNever(List<? extends RolloutItem> items) {
        var before = queue.size();
        try {
            append(items);
        } catch (ThreadStoreException e) {
            queue.subList(before, queue.size()).clear();
            throw e;
        }
    }

    /**
     * Copies the source's first lines, restamped.
     *
     * @param history takes what the file then holds, without the items of the model and its tools
     */
    void copy(Path source, long lineLimit, HistorySink history) {
        writeQueued();
        try (var copy =
                RolloutCopy.open(source, open(), lineLimit, config.clock().instant())) {
            var wanted = true;
            for (var line = copy.next(); line != null; line = copy.next()) {
                if (wanted) {
                    history.at(copy.lineStart());
                    wanted = history.accept(line);
                }
            }
        } catch (IOException e) {
            throw failed(e);
        }
    }

    void persist() {
        writeQueued();
    }

    void flush() {
        if (out != null || !queue.isEmpty()) {
            writeQueued();
        }
    }

    void sync() {
        flush();
        try {
            if (out != null) {
                out.sync();
            }
        } catch (IOException e) {
            throw failed(e);
        }
    }

    private void writeQueued() {
        try {
            write();
        } catch (RolloutGoneException e) {
            bringBack(e);
        } catch (IOException e) {
            throw failed(e);
        }
    }

    private void write() throws IOException {
        var writer = open();
        writer.append(queue, config.clock());
        queue.clear();
    }

    private RolloutWriter open() throws IOException {
        if (out != null) {
            return out;
        }
        if (lock == null) {
            lock = locks.take(threadId());
        }
        if (created == null || wasOpen) {
            // It was to be closed, which failed, so that it is used further.
            out = RolloutWriter.openForAppend(path);
            return out;
        }
        var first = created.meta().with(created.git().get(), created.meta().memoryMode());
        out = RolloutWriter.create(path, first, config.clock());
        wasOpen = true;
        meta = first;
        thread = thread.toBuilder().gitInfo(first.git()).build();
        return out;
    }

    /** The file was deleted behind our back: what was in it is still at hand, unless another program archived it. */
    private void bringBack(RolloutGoneException gone) {
        try {
            if (out == null || RolloutPaths.findById(config.codexHome(), threadId(), true) != null) {
                throw failed(gone);
            }
            out.restore();
            write();
        } catch (IOException e) {
            throw failed(e);
        }
    }

    /** Writes what is queued, closes the file and lets go of the lock. */
    void close() {
        flush();
        discard();
    }

    /** Lets go without writing. */
    void discard() {
        try (var closing = out) {
            queue.clear();
        } catch (IOException e) {
            throw failed(e);
        } finally {
            letGo();
        }
    }

    private void letGo() {
        try (var releasing = lock) {
            out = null;
        } catch (IOException e) {
            throw failed(e);
        } finally {
            lock = null;
        }
    }

    private ThreadStoreException.Internal failed(IOException e) {
        return new ThreadStoreException.Internal(OsErrors.text(e), e);
    }
}
