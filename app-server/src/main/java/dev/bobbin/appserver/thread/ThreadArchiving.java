package dev.bobbin.appserver.thread;

import dev.bobbin.appserver.connection.EncodedNotification;
import dev.bobbin.appserver.dispatch.Reply;
import dev.bobbin.appserver.dispatch.RequestContext;
import dev.bobbin.appserver.dispatch.RequestException;
import dev.bobbin.protocol.method.ThreadNotifications;
import dev.bobbin.protocol.v2.thread.ThreadArchiveParams;
import dev.bobbin.protocol.v2.thread.ThreadArchiveResponse;
import dev.bobbin.protocol.v2.thread.ThreadArchivedNotification;
import dev.bobbin.protocol.v2.thread.ThreadDeleteParams;
import dev.bobbin.protocol.v2.thread.ThreadDeleteResponse;
import dev.bobbin.protocol.v2.thread.ThreadDeletedNotification;
import dev.bobbin.protocol.v2.thread.ThreadStatus;
import dev.bobbin.protocol.v2.thread.ThreadUnarchiveParams;
import dev.bobbin.protocol.v2.thread.ThreadUnarchiveResponse;
import dev.bobbin.protocol.v2.thread.ThreadUnarchivedNotification;
import dev.bobbin.threadstore.ReadThread;
import dev.bobbin.threadstore.ThreadStore;
import dev.bobbin.threadstore.ThreadStoreException;
import java.util.ArrayList;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Moves threads to the archive and back, and deletes them. A loaded thread is unloaded first. */
public final class ThreadArchiving {
    private static final Logger LOG = LoggerFactory.getLogger(ThreadArchiving.class);

    private final ThreadStore store;
    private final Everyone everyone;
    private final ThreadClosing closing;
    private final ThreadManager threads;

    ThreadArchiving(ThreadStore store, Everyone everyone, ThreadClosing closing, ThreadManager threads) {
        this.store = store;
        this.everyone = everyone;
        this.closing = closing;
        this.threads = threads;
    }

    /** {@code thread/archive}: the thread, and those that it spawned as sub-agents. */
    public void archive(ThreadArchiveParams params, RequestContext client, Reply<ThreadArchiveResponse> reply)
            throws InterruptedException {
        var threadId = Sources.sessionId(params.threadId());
        try {
            if (store.readThread(new ReadThread(threadId, true)).archived()) {
                throw ThreadErrors.noRollout(threadId);
            }
            var archived = new ArrayList<String>();
            var descendants = store.descendants(threadId);
            unload(threadId);
            store.archiveThread(threadId);
            archived.add(threadId);
            for (var descendant : descendants.reversed()) {
                archiveDescendant(descendant, archived);
            }
            reply.ok(new ThreadArchiveResponse());
            for (var id : archived) {
                everyone.send(EncodedNotification.of(
                        ThreadNotifications.THREAD_ARCHIVED, new ThreadArchivedNotification(id)));
            }
        } catch (ThreadStoreException e) {
            throw whileMoving(e, "archive session", threadId);
        }
    }

    private void archiveDescendant(String threadId, List<String> archived) throws InterruptedException {
        try {
            unload(threadId);
            store.archiveThread(threadId);
            archived.add(threadId);
        } catch (ThreadStoreException e) {
            LOG.warn("sub-agent thread {} could not be archived with its parent: {}", threadId, e.display());
        }
    }

    /** {@code thread/unarchive} */
    public void unarchive(ThreadUnarchiveParams params, RequestContext client, Reply<ThreadUnarchiveResponse> reply) {
        var threadId = Sources.sessionId(params.threadId());
        try {
            var stored = store.unarchiveThread(threadId);
            reply.ok(new ThreadUnarchiveResponse(
                    ThreadViews.of(stored, new ThreadStatus.NotLoaded(), false, List.of())));
            everyone.send(EncodedNotification.of(
                    ThreadNotifications.THREAD_UNARCHIVED, new ThreadUnarchivedNotification(threadId)));
        } catch (ThreadStoreException e) {
            throw whileMoving(e, "unarchive session", threadId);
        }
    }

    /** {@code thread/delete}: for good, archived or not. */
    public void delete(ThreadDeleteParams params, RequestContext client, Reply<ThreadDeleteResponse> reply)
            throws InterruptedException {
        var threadId = Sources.sessionId(params.threadId());
        try {
            var actor = threads.find(threadId);
            var kept = actor == null || !actor.isEphemeral();
            unload(threadId);
            if (kept) {
                store.deleteThread(threadId);
            }
            reply.ok(new ThreadDeleteResponse());
            everyone.send(EncodedNotification.of(
                    ThreadNotifications.THREAD_DELETED, new ThreadDeletedNotification(threadId)));
        } catch (ThreadStoreException e) {
            throw whileMoving(e, "delete session", threadId);
        }
    }

    private void unload(String threadId) throws InterruptedException {
        var actor = threads.find(threadId);
        if (actor != null && !closing.stopAndClose(actor, ThreadClosing.Told.STATUS)) {
            throw ThreadErrors.internal("thread " + threadId + " could not be closed");
        }
    }

    private static RequestException whileMoving(ThreadStoreException failure, String doing, String threadId) {
        return switch (failure) {
            case ThreadStoreException.InvalidRequest _, ThreadStoreException.Conflict _ ->
                ThreadErrors.whileReading(failure, threadId);
            case ThreadStoreException.Unsupported unsupported ->
                new RequestException.MethodNotFound(
                        unsupported.text() + " is not supported yet", "unsupported_operation");
            case ThreadStoreException.NotFound _, ThreadStoreException.Internal _ ->
                ThreadErrors.internal("failed to " + doing + ": " + failure.display());
        };
    }
}
