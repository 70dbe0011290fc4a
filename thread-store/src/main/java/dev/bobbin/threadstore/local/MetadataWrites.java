package dev.bobbin.threadstore.local;

import dev.bobbin.protocol.wire.Patch;
import dev.bobbin.rollout.file.HeadScan;
import dev.bobbin.rollout.file.RolloutWriter;
import dev.bobbin.rollout.line.GitInfo;
import dev.bobbin.rollout.line.RolloutItem;
import dev.bobbin.rollout.line.SessionMeta;
import dev.bobbin.threadstore.MetadataPatch;
import dev.bobbin.threadstore.StoredThread;
import dev.bobbin.threadstore.ThreadStoreException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Writes what somebody decided about a thread where every program finds it: a name in {@code session_index.jsonl}, git
 * facts and memory mode as a further session_meta in the rollout. What merely follows from the history is not written here:
 * the history has it.
 */
final class MetadataWrites {
    private final LocalStoreConfig config;
    private final WriterLocks locks;
    private final SessionIndex names;

    MetadataWrites(LocalStoreConfig config, WriterLocks locks, SessionIndex names) {
        this.config = config;
        this.locks = locks;
        this.names = names;
    }

    /** Updates a thread that is open here. */
    void update(LiveWriter live, MetadataPatch patch) {
        var after = patch.applyTo(live.thread());
        if (patch.isExplicit()) {
            live.persist();
            live.append(copies(live.meta(), patch, after));
        } else if (!(patch.name() instanceof Patch.Keep)) {
            live.persist();
        }
        writeName(after, patch);
        live.thread(after);
    }

    /** Updates a thread that is not open here, and returns it as it then is. */
    StoredThread update(StoredThread before, Path path, MetadataPatch patch) {
        var after = patch.applyTo(before);
        if (patch.isExplicit()) {
            appendCopies(path, before.threadId(), patch, after);
        }
        writeName(after, patch);
        return after;
    }

    private void appendCopies(Path path, String threadId, MetadataPatch patch, StoredThread after) {
        try (var held = locks.take(threadId);
                var out = RolloutWriter.openForAppend(path)) {
            var meta = HeadScan.readMeta(path);
            if (meta == null) {
                throw new ThreadStoreException.Internal("rollout at " + path + " does not start with session metadata");
            }
            out.append(copies(meta, patch, after), config.clock());
            out.sync();
        } catch (IOException e) {
            throw new ThreadStoreException.Internal(OsErrors.text(e), e);
        }
    }

    /** One line for each kind of fact: a memory mode keeps git facts by not having any. */
    private static List<RolloutItem> copies(SessionMeta meta, MetadataPatch patch, StoredThread after) {
        var copies = new ArrayList<RolloutItem>();
        if (patch.memoryMode() != null) {
            copies.add(meta.with(null, after.memoryMode()));
        }
        if (!patch.git().isEmpty()) {
            var git = after.gitInfo() == null ? new GitInfo(null, null, null) : after.gitInfo();
            copies.add(meta.with(git, after.memoryMode()));
        }
        return copies;
    }

    private void writeName(StoredThread after, MetadataPatch patch) {
        if (patch.name() instanceof Patch.Keep) {
            return;
        }
        try {
            names.append(
                    after.threadId(),
                    after.name() == null ? "" : after.name(),
                    config.clock().instant());
        } catch (IOException e) {
            throw new ThreadStoreException.Internal(OsErrors.text(e), e);
        }
    }
}
