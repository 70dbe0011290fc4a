package dev.bobbin.appserver.thread;

import dev.bobbin.appserver.connection.EncodedNotification;
import dev.bobbin.appserver.dispatch.Reply;
import dev.bobbin.appserver.dispatch.RequestContext;
import dev.bobbin.appserver.dispatch.RequestException;
import dev.bobbin.protocol.method.ThreadNotifications;
import dev.bobbin.protocol.v2.thread.ThreadMemoryModeSetParams;
import dev.bobbin.protocol.v2.thread.ThreadMemoryModeSetResponse;
import dev.bobbin.protocol.v2.thread.ThreadMetadataGitInfoUpdateParams;
import dev.bobbin.protocol.v2.thread.ThreadMetadataUpdateParams;
import dev.bobbin.protocol.v2.thread.ThreadMetadataUpdateResponse;
import dev.bobbin.protocol.v2.thread.ThreadNameUpdatedNotification;
import dev.bobbin.protocol.v2.thread.ThreadSetNameParams;
import dev.bobbin.protocol.v2.thread.ThreadSetNameResponse;
import dev.bobbin.protocol.v2.thread.ThreadStatus;
import dev.bobbin.protocol.wire.Patch;
import dev.bobbin.threadstore.GitPatch;
import dev.bobbin.threadstore.MetadataPatch;
import dev.bobbin.threadstore.StoredThread;
import dev.bobbin.threadstore.ThreadStore;
import dev.bobbin.threadstore.ThreadStoreException;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Changes what is known of a thread beside its history: loaded threads through their owner, all others in the store. */
public final class ThreadMetadata {
    private final ThreadStore store;
    private final Everyone everyone;
    private final ThreadManager threads;

    ThreadMetadata(ThreadStore store, Everyone everyone, ThreadManager threads) {
        this.store = store;
        this.everyone = everyone;
        this.threads = threads;
    }

    /** {@code thread/name/set} */
    public void setName(ThreadSetNameParams params, RequestContext client, Reply<ThreadSetNameResponse> reply) {
        var threadId = Sources.threadId(params.threadId());
        var name = params.name().strip();
        if (name.isEmpty()) {
            throw ThreadErrors.invalid("thread name must not be empty", "invalid_request");
        }
        update(threadId, MetadataPatch.named(name), true, "set thread name", reply, _ -> {
            reply.ok(new ThreadSetNameResponse());
            everyone.send(EncodedNotification.of(
                    ThreadNotifications.THREAD_NAME_UPDATED, new ThreadNameUpdatedNotification(threadId, name)));
        });
    }

    /** {@code thread/metadata/update} */
    public void update(
            ThreadMetadataUpdateParams params, RequestContext client, Reply<ThreadMetadataUpdateResponse> reply) {
        var threadId = Sources.threadId(params.threadId());
        var patch = MetadataPatch.git(git(params.gitInfo()));
        update(threadId, patch, true, "update thread metadata", reply, stored -> {
            var actor = threads.find(threadId);
            var status = actor == null ? new ThreadStatus.NotLoaded() : actor.status();
            reply.ok(new ThreadMetadataUpdateResponse(ThreadViews.of(stored, status, false, List.of())));
        });
    }

    /** {@code thread/memoryMode/set} */
    public void setMemoryMode(
            ThreadMemoryModeSetParams params, RequestContext client, Reply<ThreadMemoryModeSetResponse> reply) {
        var threadId = Sources.threadId(params.threadId());
        var patch = MetadataPatch.memoryMode(params.mode().wireName());
        update(
                threadId,
                patch,
                false,
                "set thread memory mode",
                reply,
                _ -> reply.ok(new ThreadMemoryModeSetResponse()));
    }

    private <R> void update(
            String threadId,
            MetadataPatch patch,
            boolean evenIfArchived,
            String doing,
            Reply<R> reply,
            Consumer<StoredThread> done) {
        var actor = threads.find(threadId);
        if (actor != null) {
            actor.request(reply, (thread, _) -> {
                if (thread.ephemeral()) {
                    throw ThreadErrors.ephemeralMetadata(threadId);
                }
                try {
                    thread.wake();
                    thread.journal().materialize();
                    done.accept(thread.journal().update(patch));
                } catch (ThreadStoreException e) {
                    throw whileUpdating(e, threadId, doing);
                }
            });
            return;
        }
        try {
            done.accept(store.updateThreadMetadata(threadId, patch, evenIfArchived));
        } catch (ThreadStoreException e) {
            throw whileUpdating(e, threadId, doing);
        }
    }

    private static RequestException whileUpdating(ThreadStoreException failure, String threadId, String doing) {
        return switch (failure) {
            case ThreadStoreException.NotFound _ -> ThreadErrors.notFound(threadId);
            case ThreadStoreException.InvalidRequest invalid
            when invalid.text().startsWith("no rollout found for thread id ") -> ThreadErrors.notFound(threadId);
            case ThreadStoreException.InvalidRequest invalid
            when invalid.text().endsWith(" is archived") ->
                ThreadErrors.invalid("no rollout found for thread id " + threadId, "thread_archived");
            case ThreadStoreException.InvalidRequest invalid -> ThreadErrors.invalid(invalid.text(), "invalid_request");
            case ThreadStoreException.Conflict conflict -> ThreadErrors.activeWriter(conflict);
            case ThreadStoreException.Unsupported unsupported ->
                new RequestException.MethodNotFound(
                        "thread metadata update is not supported by this store: " + unsupported.text(),
                        "unsupported_operation");
            case ThreadStoreException.Internal internal ->
                ThreadErrors.internal("failed to " + doing + ": " + internal.display());
        };
    }

    private static GitPatch git(@Nullable ThreadMetadataGitInfoUpdateParams info) {
        if (info == null) {
            throw nothingToUpdate();
        }
        var patch = new GitPatch(
                trimmed(info.sha(), "sha"), trimmed(info.branch(), "branch"), trimmed(info.originUrl(), "originUrl"));
        if (patch.isEmpty()) {
            throw nothingToUpdate();
        }
        return patch;
    }

    private static RequestException nothingToUpdate() {
        return ThreadErrors.invalid("gitInfo must include at least one field", "invalid_request");
    }

    private static Patch<String> trimmed(Patch<String> patch, String field) {
        if (!(patch instanceof Patch.Set<String> set)) {
            return patch;
        }
        var text = set.value().strip();
        if (text.isEmpty()) {
            throw ThreadErrors.invalid("gitInfo." + field + " must not be empty", "invalid_request");
        }
        return Patch.set(text);
    }
}
