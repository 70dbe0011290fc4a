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
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;

/** {@code fuzzyFileSearch}: once, or as a client's user types. */
public final class SearchHandlers {
    private final FileSearch search;
    private final Map<String, AtomicBoolean> cancellations = new ConcurrentHashMap<>();
    private final Map<String, SearchSession> sessions = new ConcurrentHashMap<>();

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
        var token = params.cancellationToken();
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
        var session = SearchSession.start(params.sessionId(), params.roots(), search, context.connection());
        var earlier = sessions.put(params.sessionId(), session);
        if (earlier != null) {
            earlier.stop();
        }
        reply.ok(new FuzzyFileSearchSessionStartResponse());
    }

    private void update(
            FuzzyFileSearchSessionUpdateParams params,
            RequestContext context,
            Reply<FuzzyFileSearchSessionUpdateResponse> reply) {
        var session = sessions.get(params.sessionId());
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
        var session = sessions.remove(params.sessionId());
        if (session != null) {
            session.stop();
        }
        reply.ok(new FuzzyFileSearchSessionStopResponse());
    }
}
