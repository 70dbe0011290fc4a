package dev.bobbin.appserver.thread;

import dev.bobbin.appserver.config.Durability;
import dev.bobbin.rollout.line.RolloutItem;
import dev.bobbin.threadstore.HistorySink;
import dev.bobbin.threadstore.LiveThread;
import dev.bobbin.threadstore.MetadataPatch;
import dev.bobbin.threadstore.StoredThread;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What one live thread writes down. An ephemeral thread's journal lies in memory and is gone with the thread; every other
 * one is a rollout file.
 *
 * <p>Used by the thread's owner only. Whatever it throws has not been written, and nothing that depends on it may be shown.
 */
final class ThreadJournal {
    private final LiveThread live;
    private final boolean ephemeral;
    private final Durability durability;

    ThreadJournal(LiveThread live, boolean ephemeral, Durability durability) {
        this.live = live;
        this.ephemeral = ephemeral;
        this.durability = durability;
    }

    boolean ephemeral() {
        return ephemeral;
    }

    /** Where the file is or will be; null for an ephemeral thread. */
    @Nullable
    Path path() {
        return ephemeral ? null : live.rolloutPath();
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

    /** Writes out what is queued without creating a file. */
    void flush() {
        live.flush();
    }

    /** Whether there is anything to read: a new thread has no file before its first turn. */
    boolean isReadable() {
        var path = live.rolloutPath();
        return ephemeral || path == null || Files.exists(path);
    }

    StoredThread read() {
        return live.readThread();
    }

    void readHistory(HistorySink sink) {
        live.readHistory(sink);
    }

    StoredThread update(MetadataPatch patch) {
        return live.updateMetadata(patch);
    }

    /** Closes the journal. An ephemeral one is forgotten. */
    void close() {
        if (ephemeral) {
            live.discard();
        } else {
            live.shutdown();
        }
    }
}
