package dev.bobbin.appserver.thread;

import dev.bobbin.appserver.dispatch.Reply;
import dev.bobbin.appserver.dispatch.RequestContext;
import dev.bobbin.appserver.dispatch.RequestException;
import dev.bobbin.protocol.v1.GetConversationSummaryParams;
import dev.bobbin.protocol.v1.GetConversationSummaryResponse;
import dev.bobbin.protocol.v2.thread.Thread;
import dev.bobbin.protocol.v2.thread.ThreadReadParams;
import dev.bobbin.protocol.v2.thread.ThreadReadResponse;
import dev.bobbin.protocol.v2.thread.ThreadStatus;
import dev.bobbin.protocol.v2.thread.ThreadTurnsItemsListParams;
import dev.bobbin.protocol.v2.thread.ThreadTurnsItemsListResponse;
import dev.bobbin.protocol.v2.thread.ThreadTurnsListParams;
import dev.bobbin.protocol.v2.thread.ThreadTurnsListResponse;
import dev.bobbin.protocol.v2.turn.Turn;
import dev.bobbin.threadstore.ReadHistory;
import dev.bobbin.threadstore.ReadThread;
import dev.bobbin.threadstore.StoredThread;
import dev.bobbin.threadstore.ThreadStore;
import dev.bobbin.threadstore.ThreadStoreException;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;

/**
 * Reads threads without loading them. A loaded thread is read on its owner, so that its turns and its status belong to the
 * same moment.
 */
public final class ThreadReading {
    private final ThreadStore store;
    private final Sources sources;
    private final ThreadManager threads;

    ThreadReading(ThreadStore store, Sources sources, ThreadManager threads) {
        this.store = store;
        this.sources = sources;
        this.threads = threads;
    }

    /** {@code thread/read} */
    public void read(ThreadReadParams params, RequestContext client, Reply<ThreadReadResponse> reply) {
        var threadId = Sources.threadId(params.threadId());
        var actor = threads.find(threadId);
        if (actor != null) {
            actor.request(
                    reply,
                    (thread, answer) -> answer.ok(new ThreadReadResponse(loaded(thread, params.includeTurns()))));
            return;
        }
        try {
            var wanted = new ReadThread(threadId, true);
            var replay = HistoryReplay.ofTurns();
            var stored = params.includeTurns() ? store.readThread(wanted, replay) : store.readThread(wanted);
            replay.requireItems();
            reply.ok(new ThreadReadResponse(
                    ThreadViews.of(stored, new ThreadStatus.NotLoaded(), false, replay.turnsAtRest())));
        } catch (ThreadStoreException e) {
            throw absent(e, threadId);
        }
    }

    private static Thread loaded(LoadedThread thread, boolean includeTurns) {
        var journal = thread.journal();
        if (includeTurns && thread.ephemeral()) {
            throw ThreadErrors.invalid("ephemeral threads do not support includeTurns", "ephemeral_thread");
        }
        if (!journal.isReadable()) {
            if (includeTurns) {
                throw ThreadErrors.notMaterialized(thread.id(), "includeTurns");
            }
            return ThreadViews.with(thread.announced(), thread.status(), List.of());
        }
        try {
            var turns = includeTurns ? turns(thread) : List.<Turn>of();
            if (thread.ephemeral()) {
                return ThreadViews.ofEphemeral(journal.read(), thread.status());
            }
            return ThreadViews.of(journal.read(), thread.status(), false, turns);
        } catch (ThreadStoreException e) {
            throw absent(e, thread.id());
        }
    }

    /** The turns of a loaded thread; called on its owner. */
    static List<Turn> turns(LoadedThread thread) {
        var replay = HistoryReplay.ofTurns();
        thread.journal().readHistory(replay);
        replay.requireItems();
        return replay.turns(thread);
    }

    private static RequestException absent(ThreadStoreException failure, String threadId) {
        return switch (failure) {
            case ThreadStoreException.NotFound _ -> ThreadErrors.notLoaded(threadId);
            case ThreadStoreException.InvalidRequest invalid
            when invalid.text().equals("no rollout found for thread id " + threadId) ->
                ThreadErrors.notLoaded(threadId);
            case ThreadStoreException.InvalidRequest _,
                    ThreadStoreException.Conflict _,
                    ThreadStoreException.Unsupported _,
                    ThreadStoreException.Internal _ -> ThreadErrors.whileReading(failure, threadId);
        };
    }

    /** {@code thread/turns/list} */
    public void turnsList(ThreadTurnsListParams params, RequestContext client, Reply<ThreadTurnsListResponse> reply) {
        var turns = turnsOf(
                params.threadId(),
                "thread/turns/list",
                all -> all.page(params.cursor(), params.limit(), params.sortDirection()));
        var page = TurnPages.page(turns, params.cursor(), params.limit(), params.sortDirection(), params.itemsView());
        reply.ok(new ThreadTurnsListResponse(page.data(), page.nextCursor(), page.backwardsCursor()));
    }

    /** {@code thread/turns/items/list} */
    public void itemsList(
            ThreadTurnsItemsListParams params, RequestContext client, Reply<ThreadTurnsItemsListResponse> reply) {
        var found = turnsOf(params.threadId(), "thread/turns/items/list", all -> {
            var turn = all.turn(params.turnId());
            return turn == null ? List.of() : List.of(turn);
        });
        if (found.isEmpty()) {
            throw ThreadErrors.invalid("turn not found: " + params.turnId(), "turn_not_found");
        }
        reply.ok(ItemPages.page(found.getFirst().items(), params.cursor(), params.limit(), params.sortDirection()));
    }

    private List<Turn> turnsOf(String text, String method, Function<TurnsOfPage, List<Turn>> wanted) {
        var threadId = Sources.threadId(text);
        var actor = threads.find(threadId);
        if (actor != null) {
            return Objects.requireNonNull(actor.call(thread -> wanted.apply(loadedTurns(thread, method))));
        }
        try {
            var stored = store.readThread(new ReadThread(threadId, true));
            var history = new ReadHistory(stored.threadId(), stored.rolloutPath(), true);
            return wanted.apply(new TurnsOfPage(sink -> store.readHistory(history, sink), HistoryReplay::turnsAtRest));
        } catch (ThreadStoreException e) {
            throw absent(e, threadId);
        }
    }

    private static TurnsOfPage loadedTurns(LoadedThread thread, String method) {
        if (thread.ephemeral()) {
            throw ThreadErrors.invalid("ephemeral threads do not support " + method, "ephemeral_thread");
        }
        if (!thread.journal().isReadable()) {
            throw ThreadErrors.notMaterialized(thread.id(), method);
        }
        return new TurnsOfPage(thread.journal()::readHistory, replay -> replay.turns(thread));
    }

    /** {@code getConversationSummary}: the older form of reading, by id or by path. */
    public void summary(
            GetConversationSummaryParams params, RequestContext client, Reply<GetConversationSummaryResponse> reply) {
        reply.ok(new GetConversationSummaryResponse(
                ConversationSummaries.of(params.rolloutPath() != null ? byPath(params.rolloutPath()) : byId(params))));
    }

    private StoredThread byPath(String path) {
        sources.refuseDirectory(Sources.given(path));
        try {
            return store.readThreadByPath(sources.absolute(path), true);
        } catch (ThreadStoreException e) {
            throw summaryFailure(e, path);
        }
    }

    private StoredThread byId(GetConversationSummaryParams params) {
        if (params.conversationId() == null) {
            throw ThreadErrors.invalid(
                    "Invalid request: data did not match any variant of untagged enum GetConversationSummaryParams",
                    "invalid_params");
        }
        var threadId = Sources.summaryId(params.conversationId());
        try {
            return store.readThread(new ReadThread(threadId, true));
        } catch (ThreadStoreException e) {
            throw summaryFailure(e, threadId);
        }
    }

    private static RequestException summaryFailure(ThreadStoreException failure, String what) {
        return switch (failure) {
            case ThreadStoreException.NotFound _ ->
                ThreadErrors.invalid("no rollout found for conversation id " + what, "thread_not_found");
            case ThreadStoreException.InvalidRequest invalid
            when invalid.text().startsWith("no rollout found for thread id ") ->
                ThreadErrors.invalid("no rollout found for conversation id " + what, "thread_not_found");
            case ThreadStoreException.InvalidRequest _,
                    ThreadStoreException.Conflict _,
                    ThreadStoreException.Unsupported _ -> ThreadErrors.whileReading(failure, what);
            case ThreadStoreException.Internal _ ->
                ThreadErrors.internal("failed to load conversation summary for " + what + ": " + failure.display());
        };
    }
}
