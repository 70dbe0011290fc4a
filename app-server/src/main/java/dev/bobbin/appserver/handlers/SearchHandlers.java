package dev.bobbin.appserver.handlers;

import dev.bobbin.appserver.dispatch.Reply;
import dev.bobbin.appserver.dispatch.RequestContext;
import dev.bobbin.appserver.dispatch.RequestException;
import dev.bobbin.appserver.dispatch.RequestRouter;
import dev.bobbin.appserver.search.FileSearch;
import dev.bobbin.protocol.method.FileMethods;
import dev.bobbin.protocol.v2.search.FuzzyFileSearchMatchType;
import dev.bobbin.protocol.v2.search.FuzzyFileSearchParams;
import dev.bobbin.protocol.v2.search.FuzzyFileSearchResponse;
import dev.bobbin.protocol.v2.search.FuzzyFileSearchResult;
import dev.bobbin.protocol.v2.search.FuzzyFileSearchSessionStartParams;
import dev.bobbin.protocol.v2.search.FuzzyFileSearchSessionStartResponse;
import dev.bobbin.protocol.v2.search.FuzzyFileSearchSessionStopParams;
import dev.bobbin.protocol.v2.search.FuzzyFileSearchSessionStopResponse;
import dev.bobbin.protocol.v2.search.FuzzyFileSearchSessionUpdateParams;
import dev.bobbin.protocol.v2.search.FuzzyFileSearchSessionUpdateResponse;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * {@code fuzzyFileSearch}: once, or as a client's user types. Tokens and ids of sessions are each client's own; its sessions
 * end with its connection.
 */
public final class SearchHandlers {
    private final FileSearch search;
    private final Map<Key, AtomicBoolean> cancellations = new ConcurrentHashMap<>();
    private final Map<Key, SearchSession> sessions = new ConcurrentHashMap<>();
    private final Set<Long> watched = ConcurrentHashMap.newKeySet();

    /** What one client calls something. */
    private record Key(long connection, String name) {}

    private SearchHandlers(FileSearch search) {
        this.search = search;
    }

    /** Has {@code fuzzyFileSearch} and its sessions answered. */
    public static void register(RequestRouter router, Map<String, String> environment) {
        var handlers = new SearchHandlers(new FileSearch(environment));
        router.on(FileMethods.FUZZY_FILE_SEARCH, handlers::search);
        router.on(FileMethods.FUZZY_FILE_SEARCH_SESSION_START, handlers::start);
        router.on(FileMethods.FUZZY_FILE_SEARCH_SESSION_UPDATE, handlers::update);
        router.on(FileMethods.FUZZY_FILE_SEARCH_SESSION_STOP, handlers::stop);
    }

    /** A search with the token of an earlier one that still runs ends that one. */
    private void search(FuzzyFileSearchParams params, RequestContext context, Reply<FuzzyFileSearchResponse> reply) {
        var cancelled = new AtomicBoolean();
        var named = params.cancellationToken();
        var token = named == null ? null : new Key(context.connection().id(), named);
        if (token != null) {
            var earlier = cancellations.put(token, cancelled);
            if (earlier != null) {
                earlier.set(true);
            }
        }
        try {
            reply.ok(new FuzzyFileSearchResponse(results(search.find(params.query(), params.roots(), cancelled::get))));
        } finally {
            if (token != null) {
                cancellations.remove(token, cancelled);
            }
        }
    }

    static List<FuzzyFileSearchResult> results(List<FileSearch.Hit> hits) {
        return hits.stream()
                .map(hit -> new FuzzyFileSearchResult(
                        hit.root(),
                        hit.path(),
                        hit.isDirectory() ? FuzzyFileSearchMatchType.DIRECTORY : FuzzyFileSearchMatchType.FILE,
                        hit.path().substring(hit.path().lastIndexOf('/') + 1),
                        hit.score(),
                        hit.places().stream().map(Integer::longValue).toList()))
                .toList();
    }

    /** A session with the id of an earlier one takes its place. */
    private void start(
            FuzzyFileSearchSessionStartParams params,
            RequestContext context,
            Reply<FuzzyFileSearchSessionStartResponse> reply) {
        if (params.sessionId().isEmpty()) {
            throw new RequestException.InvalidRequest("sessionId must not be empty", "empty_session_id");
        }
        if (params.roots().isEmpty()) {
            throw new RequestException.Internal(
                    "failed to start fuzzy file search session: at least one search directory is required",
                    "no_search_directory");
        }
        var client = context.connection();
        var session = SearchSession.start(params.sessionId(), params.roots(), search, client);
        var earlier = sessions.put(new Key(client.id(), params.sessionId()), session);
        if (earlier != null) {
            earlier.stop();
        }
        if (watched.add(client.id())) {
            client.onClose(() -> stopAll(client.id()));
        }
        reply.ok(new FuzzyFileSearchSessionStartResponse());
    }

    private void stopAll(long connection) {
        watched.remove(connection);
        for (var key : sessions.keySet()) {
            if (key.connection() == connection) {
                stop(key);
            }
        }
    }

    private void stop(Key key) {
        var session = sessions.remove(key);
        if (session != null) {
            session.stop();
        }
    }

    private void update(
            FuzzyFileSearchSessionUpdateParams params,
            RequestContext context,
            Reply<FuzzyFileSearchSessionUpdateResponse> reply) {
        var session = sessions.get(new Key(context.connection().id(), params.sessionId()));
        if (session == null) {
            throw new RequestException.InvalidRequest(
                    "fuzzy file search session not found: " + params.sessionId(), "session_not_found");
        }
        reply.ok(new FuzzyFileSearchSessionUpdateResponse());
        session.update(params.query());
    }

    private void stop(
            FuzzyFileSearchSessionStopParams params,
            RequestContext context,
            Reply<FuzzyFileSearchSessionStopResponse> reply) {
        stop(new Key(context.connection().id(), params.sessionId()));
        reply.ok(new FuzzyFileSearchSessionStopResponse());
    }
}
