package dev.bobbin.appserver.handlers;

import dev.bobbin.appserver.connection.ClientConnection;
import dev.bobbin.appserver.search.FileSearch;
import dev.bobbin.protocol.method.Notifications;
import dev.bobbin.protocol.v2.search.FuzzyFileSearchSessionCompletedNotification;
import dev.bobbin.protocol.v2.search.FuzzyFileSearchSessionUpdatedNotification;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One user who types. Only the latest query is searched for, on a thread that lives while there is one to search for. */
final class SearchSession {
    /** Between two letters nobody expects the files to have changed. */
    private static final Duration WHILE_TYPING = Duration.ofSeconds(1);

    private final String id;
    private final List<String> roots;
    private final FileSearch search;
    private final ClientConnection client;

    // The fields below are guarded by this.
    private volatile @Nullable Wanted latest;
    private @Nullable Wanted searched;
    private boolean isSearching;
    private volatile boolean isStopped;

    private SearchSession(String id, List<String> roots, FileSearch search, ClientConnection client) {
        this.id = id;
        this.roots = List.copyOf(roots);
        this.search = search;
        this.client = client;
    }

    /** What was typed; each time anew, as the same letters may be typed again. */
    private static final class Wanted {
        private final String query;

        Wanted(String query) {
            this.query = query;
        }

        String query() {
            return query;
        }
    }

    /** A session whose roots are read in the background, before anybody has typed. */
    static SearchSession start(String id, List<String> roots, FileSearch search, ClientConnection client) {
        var session = new SearchSession(id, roots, search, client);
        Thread.ofVirtual()
                .name("file-search")
                .start(() -> search.prepare(session.roots, () -> session.isStopped || !client.isOpen()));
        return session;
    }

    /** Searches for this from now on. Never blocks. */
    synchronized void update(String query) {
        latest = new Wanted(query);
        if (!isSearching) {
            isSearching = true;
            Thread.ofVirtual().name("file-search").start(this::search);
        }
    }

    /** Nothing is told of this session from now on. */
    synchronized void stop() {
        isStopped = true;
        latest = null;
        searched = null;
    }

    private void search() {
        for (var next = next(); next != null; next = next()) {
            var wanted = next;
            var hits = search.find(wanted.query(), roots, WHILE_TYPING, () -> isOver(wanted));
            tell(wanted, hits);
        }
    }

    private synchronized @Nullable Wanted next() {
        var next = latest == searched ? null : latest;
        searched = latest;
        isSearching = next != null;
        return next;
    }

    private boolean isOver(Wanted wanted) {
        return latest != wanted || !client.isOpen();
    }

    private synchronized void tell(Wanted wanted, List<FileSearch.Hit> hits) {
        if (isOver(wanted)) {
            return;
        }
        client.notify(
                Notifications.FUZZY_FILE_SEARCH_SESSION_UPDATED,
                new FuzzyFileSearchSessionUpdatedNotification(id, wanted.query(), SearchHandlers.results(hits)));
        client.notify(
                Notifications.FUZZY_FILE_SEARCH_SESSION_COMPLETED, new FuzzyFileSearchSessionCompletedNotification(id));
    }
}
