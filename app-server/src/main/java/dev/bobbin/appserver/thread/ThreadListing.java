package dev.bobbin.appserver.thread;

import dev.bobbin.appserver.dispatch.Reply;
import dev.bobbin.appserver.dispatch.RequestContext;
import dev.bobbin.appserver.dispatch.RequestException;
import dev.bobbin.protocol.v2.thread.Thread;
import dev.bobbin.protocol.v2.thread.ThreadListParams;
import dev.bobbin.protocol.v2.thread.ThreadListResponse;
import dev.bobbin.protocol.v2.thread.ThreadSearchParams;
import dev.bobbin.protocol.v2.thread.ThreadSearchResponse;
import dev.bobbin.protocol.v2.thread.ThreadSearchResult;
import dev.bobbin.protocol.v2.thread.ThreadSortKey;
import dev.bobbin.protocol.v2.thread.ThreadSourceKind;
import dev.bobbin.protocol.v2.thread.ThreadStatus;
import dev.bobbin.protocol.v2.turn.SortDirection;
import dev.bobbin.threadstore.ListThreads;
import dev.bobbin.threadstore.SearchThreads;
import dev.bobbin.threadstore.SortKey;
import dev.bobbin.threadstore.SourceKind;
import dev.bobbin.threadstore.StoredThread;
import dev.bobbin.threadstore.ThreadStore;
import dev.bobbin.threadstore.ThreadStoreException;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Lists and searches stored threads, and says of each whether it is loaded. */
public final class ThreadListing {
    private static final int DEFAULT_LIMIT = 25;
    private static final int MAX_LIMIT = 100;

    private final ThreadStore store;
    private final WorkingFolders folders;
    private final ThreadManager threads;

    ThreadListing(ThreadStore store, WorkingFolders folders, ThreadManager threads) {
        this.store = store;
        this.folders = folders;
        this.threads = threads;
    }

    /** {@code thread/list} */
    public void list(ThreadListParams params, RequestContext client, Reply<ThreadListResponse> reply) {
        var query = new ListThreads(
                limit(params.limit()),
                params.cursor(),
                sortKey(params.sortKey()),
                params.sortDirection() != SortDirection.ASC,
                kinds(params.sourceKinds()),
                params.modelProviders(),
                params.cwd() == null
                        ? null
                        : params.cwd().stream()
                                .map(cwd -> folders.absolute(cwd).toString())
                                .toList(),
                Boolean.TRUE.equals(params.archived()),
                params.searchTerm(),
                params.useStateDbOnly());
        try {
            var page = store.listThreads(query);
            var threads = new ArrayList<Thread>(page.threads().size());
            for (var stored : page.threads()) {
                threads.add(listed(stored));
            }
            reply.ok(new ThreadListResponse(threads, page.nextCursor(), page.backwardsCursor()));
        } catch (ThreadStoreException e) {
            throw whileListing(e);
        }
    }

    /** {@code thread/search} */
    public void search(ThreadSearchParams params, RequestContext client, Reply<ThreadSearchResponse> reply) {
        var term = params.searchTerm().strip();
        if (term.isEmpty()) {
            throw ThreadErrors.invalid("thread/search requires a non-empty searchTerm", "invalid_request");
        }
        var query = new SearchThreads(
                term,
                limit(params.limit()),
                params.cursor(),
                sortKey(params.sortKey()),
                params.sortDirection() != SortDirection.ASC,
                kinds(params.sourceKinds()),
                Boolean.TRUE.equals(params.archived()));
        try {
            var page = store.searchThreads(query);
            var hits = page.hits().stream()
                    .map(hit -> new ThreadSearchResult(listed(hit.thread()), hit.snippet()))
                    .toList();
            reply.ok(new ThreadSearchResponse(hits, page.nextCursor(), page.backwardsCursor()));
        } catch (ThreadStoreException e) {
            throw whileListing(e);
        }
    }

    /** Lists never say what a thread was forked from, and leave out a name that only repeats the preview. */
    private Thread listed(StoredThread stored) {
        var shown = stored.asListed();
        if (shown.forkedFromId() != null) {
            shown = shown.toBuilder().forkedFromId(null).build();
        }
        var actor = threads.find(stored.threadId());
        var status = actor == null ? new ThreadStatus.NotLoaded() : actor.status();
        return ThreadViews.of(shown, status, false, List.of());
    }

    private static int limit(@Nullable Long asked) {
        return (int) Math.clamp(asked == null ? DEFAULT_LIMIT : asked, 1, MAX_LIMIT);
    }

    private static SortKey sortKey(@Nullable ThreadSortKey asked) {
        return asked == ThreadSortKey.UPDATED_AT ? SortKey.UPDATED_AT : SortKey.CREATED_AT;
    }

    private static Set<SourceKind> kinds(@Nullable List<ThreadSourceKind> asked) {
        if (asked == null || asked.isEmpty()) {
            return SourceKind.interactive();
        }
        var kinds = EnumSet.noneOf(SourceKind.class);
        for (var kind : asked) {
            kinds.addAll(stored(kind));
        }
        return kinds;
    }

    private static Set<SourceKind> stored(ThreadSourceKind kind) {
        return switch (kind) {
            case CLI -> EnumSet.of(SourceKind.CLI);
            case VSCODE -> EnumSet.of(SourceKind.VSCODE);
            case EXEC -> EnumSet.of(SourceKind.EXEC);
            case APP_SERVER -> EnumSet.of(SourceKind.APP_SERVER);
            case SUB_AGENT -> SourceKind.subAgents();
            case SUB_AGENT_REVIEW -> EnumSet.of(SourceKind.SUB_AGENT_REVIEW);
            case SUB_AGENT_COMPACT -> EnumSet.of(SourceKind.SUB_AGENT_COMPACT);
            case SUB_AGENT_THREAD_SPAWN -> EnumSet.of(SourceKind.SUB_AGENT_THREAD_SPAWN);
            case SUB_AGENT_OTHER -> EnumSet.of(SourceKind.SUB_AGENT_OTHER);
            case UNKNOWN -> EnumSet.of(SourceKind.UNKNOWN);
        };
    }

    private static RequestException whileListing(ThreadStoreException failure) {
        return switch (failure) {
            case ThreadStoreException.InvalidRequest invalid -> ThreadErrors.invalid(invalid.text(), "invalid_cursor");
            case ThreadStoreException.Unsupported unsupported ->
                new RequestException.MethodNotFound(
                        unsupported.text() + " is not supported yet", "unsupported_operation");
            case ThreadStoreException.NotFound _, ThreadStoreException.Conflict _, ThreadStoreException.Internal _ ->
                ThreadErrors.internal("failed to list threads: " + failure.display());
        };
    }
}
