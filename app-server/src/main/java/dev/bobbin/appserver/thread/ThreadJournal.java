package dev.bobbin.appserver.thread;

import dev.bobbin.appserver.config.Durability;
import dev.bobbin.rollout.line.RolloutItem;
import dev.bobbin.threadstore.HistorySink;
import dev.bobbin.threadstore.LiveThread;
import dev.bobbin.threadstore.MetadataPatch;
import dev.bobbin.threadstore.ReadHistory;
import dev.bobbin.threadstore.ReadThread;
import dev.bobbin.threadstore.StoredThread;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What one live thread writes down. An ephemeral thread's journal lies in memory and is gone with the thread; every other
 * one is a rollout file.
 *
 * <p>A journal that is not needed for a while may be {@linkplain #rest put to rest}: the file is let go, so that another
 * process may write to it. Before the next writing it must be {@linkplain #wake woken}. Reading always works.
 *
 * <p>Used by the thread's owner only. Whatever it throws has not been written, and nothing that depends on it may be shown.
 */
final class ThreadJournal {
    private final Opening opening;
    private final String threadId;
    private final boolean ephemeral;
    private final Durability durability;
    private final @Nullable Path path;
    private LiveThread live;
    private boolean resting;

    /** How to open and read the thread's history when the journal itself is closed. */
    interface Opening {
        LiveThread open(String threadId, @Nullable Path path, HistorySink history);

        StoredThread read(ReadThread params);

        void readHistory(ReadHistory params, HistorySink history);
    }

    ThreadJournal(LiveThread live, Opening opening, boolean ephemeral, Durability durability) {
        this.live = live;
        this.opening = opening;
        this.threadId = live.threadId();
        this.ephemeral = ephemeral;
        this.durability = durability;
        this.path = ephemeral ? null : live.rolloutPath();
    }

    boolean ephemeral() {
        return ephemeral;
    }

    /** Where the file is or will be; null for an ephemeral thread. */
    @Nullable
    Path path() {
        return path;
    }

    /** Appends lines. On return a killed process no longer loses them. */
    void write(List<? extends RolloutItem> lines) {
        if (lines.isEmpty()) {
            return;
        }
        live.append(lines);
        if (durability == Durability.ALWAYS) {
            live.sync();
        }
    }

    /** Appends lines that are forgotten when they cannot be written now; else as {@link #write}. */
    void writeNowOrNever(List<? extends RolloutItem> lines) {
        live.appendNowOrNever(lines);
        if (durability == Durability.ALWAYS) {
            live.sync();
        }
    }

    /** Makes a turn's end survive a power cut, if that is the policy. */
    void seal() {
        if (durability == Durability.TURN) {
            live.sync();
        }
    }

    /** Creates the file if there is none yet. */
    void materialize() {
        live.persist();
    }

    /** Whether there is anything to read: a new thread has no file before its first turn. */
    boolean isReadable() {
        return ephemeral || path == null || Files.exists(path);
    }

    StoredThread read() {
        return resting ? opening.read(new ReadThread(threadId, true)) : live.readThread();
    }

    void readHistory(HistorySink sink) {
        readHistory(0, sink);
    }

    /** @param from lines before it are not needed; see {@link ReadHistory#from} */
    void readHistory(long from, HistorySink sink) {
        if (resting) {
            opening.readHistory(new ReadHistory(threadId, path, true, from), sink);
        } else {
            live.readHistory(from, sink);
        }
    }

    StoredThread update(MetadataPatch patch) {
        return live.updateMetadata(patch);
    }

    /** Lets go of the file until {@link #wake}, if there is one. */
    void rest() {
        if (!resting && path != null && Files.exists(path)) {
            live.shutdown();
            resting = true;
        }
    }

    boolean isResting() {
        return resting;
    }

    /**
     * Opens the file again.
     *
     * @param history gets all of it: another process may have written meanwhile
     */
    void wake(HistorySink history) {
        if (resting) {
            live = opening.open(threadId, path, history);
            live.commit();
            resting = false;
        }
    }

    /** Closes the journal. An ephemeral one is forgotten. */
    void close() {
        if (ephemeral) {
            live.discard();
        } else if (!resting) {
            live.shutdown();
        }
    }
}
