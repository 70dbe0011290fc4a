package dev.bobbin.threadstore.local;

import dev.bobbin.threadstore.ListThreads;
import dev.bobbin.threadstore.PageCursor;
import dev.bobbin.threadstore.SearchPage;
import dev.bobbin.threadstore.SearchThreads;
import dev.bobbin.threadstore.SortKey;
import dev.bobbin.threadstore.StoredThread;
import dev.bobbin.threadstore.ThreadFilter;
import dev.bobbin.threadstore.ThreadPage;
import dev.bobbin.threadstore.local.sqlite.StateDb;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.function.LongPredicate;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Lists and searches. A page never waits for more of the home to be read than it needs; the rest is read in the background
 * from then on.
 */
final class ThreadLists {
    private static final int TIME_VERSION = 7;

    /** A page that keeps changing under our eyes is given as it is. */
    private static final int MAX_ROUNDS = 5;

    /** In a larger home, what others append to shows in the order by last change only a moment later. */
    private static final int MAX_SWEEP = 3_000;

    /** Opening the database takes a part of this; nobody waits longer for what it knows better. */
    static final Duration DATABASE_WAIT = Duration.ofMillis(400);

    private final LocalStoreConfig config;
    private final ThreadIndex index;
    private final HomeScan scan;
    private final HeadReader heads;
    private final SessionIndex names;
    private final StateDb database;
    private final UnaryOperator<StoredThread> latest;
    private final HomeUpkeep upkeep;

    /** @param latest replaces what the files' heads say by what is known better */
    ThreadLists(
            LocalStoreConfig config,
            ThreadIndex index,
            HomeScan scan,
            HeadReader heads,
            SessionIndex names,
            StateDb database,
            UnaryOperator<StoredThread> latest) {
        this.config = config;
        this.index = index;
        this.scan = scan;
        this.heads = heads;
        this.names = names;
        this.database = database;
        this.latest = latest;
        this.upkeep = new HomeUpkeep(index, scan, heads, database);
    }

    ThreadPage list(ListThreads params) {
        return ThreadPage.of(find(params, params.pageSize() + 1), params);
    }

    SearchPage search(SearchThreads params) {
        var search = new ContentSearch(params.searchTerm());
        var found = new ArrayList<SearchPage.Hit>();
        var wanted = params.pageSize() + 1;
        var from = params.asList();
        while (found.size() < wanted) {
            var batch = find(from, Math.max(wanted, 32));
            for (var thread : batch) {
                var snippet = thread.rolloutPath() == null ? null : search.snippet(thread.rolloutPath());
                if (snippet != null) {
                    found.add(new SearchPage.Hit(thread, snippet));
                }
                if (found.size() == wanted) {
                    break;
                }
            }
            if (batch.size() < Math.max(wanted, 32)) {
                break;
            }
            var last = batch.getLast();
            from = from.withCursor(PageCursor.after(from.timeOf(last), last.threadId()));
        }
        return SearchPage.of(found, params);
    }

    /** Sub-agents of a thread, and theirs, nearest first. */
    List<String> descendants(String threadId) {
        if (!scan.isComplete()) {
            readSince(threadId);
        }
        var children = new HashMap<String, List<String>>();
        for (var entry : index.all()) {
            var parent = entry.origin.source().spawnParent();
            if (parent != null) {
                children.computeIfAbsent(parent, _ -> new ArrayList<>()).add(entry.threadId());
            }
        }
        var found = new LinkedHashSet<String>();
        var open = new ArrayDeque<>(List.of(threadId));
        while (!open.isEmpty()) {
            for (var child : children.getOrDefault(open.remove(), List.of())) {
                if (!child.equals(threadId) && found.add(child)) {
                    open.add(child);
                }
            }
        }
        return List.copyOf(found);
    }

    /** Reads what may have been made since the thread was: nobody is spawned before that. */
    private void readSince(String threadId) {
        var id = UUID.fromString(threadId);
        if (id.version() != TIME_VERSION) {
            scan.complete();
            return;
        }
        var since = TimeUnit.MILLISECONDS.toSeconds(id.getMostSignificantBits() >>> 16) - HomeScan.ZONES_SECONDS;
        scan.refresh(false, endOfUnknown -> endOfUnknown < since);
        scan.refresh(true, endOfUnknown -> endOfUnknown < since);
    }

    /** Up to {@code max} matching threads from the cursor on. */
    private List<StoredThread> find(ListThreads params, int max) {
        var term = params.searchTerm();
        if (term == null || term.isEmpty()) {
            return candidates(params, max);
        }
        var found = new ArrayList<StoredThread>();
        for (var from = params; ; ) {
            var wanted = max - found.size();
            var batch = candidates(from, wanted);
            for (var thread : batch) {
                if (thread.preview().length() <= IndexEntry.MAX_PREVIEW_CHARS
                        || ThreadFilter.isIn(term, thread.name(), thread.title(), thread.preview())) {
                    found.add(thread);
                }
            }
            if (batch.size() < wanted || found.size() == max) {
                return found;
            }
            var last = batch.getLast();
            from = from.withCursor(PageCursor.after(from.timeOf(last), last.threadId()));
        }
    }

    /** The same, with threads among them whose preview is too long to be in the index and does not hold the term. */
    private List<StoredThread> candidates(ListThreads params, int max) {
        upkeep.asked();
        if (!scan.isComplete()) {
            upkeep.goOn();
            if (params.cursor() != null) {
                upkeep.pagedOn();
            }
        }
        var query = new Query(params, max);
        if (!params.indexOnly() || !scan.isComplete()) {
            catchUp(query);
        }
        var page = query.page();
        var files = files(page);
        for (var round = 0; round < MAX_ROUNDS && !areCurrent(page, files); round++) {
            page = query.page();
            files = files(page);
        }
        var threads = query.threads(page, files);
        upkeep.asked();
        upkeep.goOn();
        return threads;
    }

    private static List<Path> files(List<IndexEntry> page) {
        var files = new ArrayList<Path>(page.size());
        for (var entry : page) {
            files.add(entry.file());
        }
        return files;
    }

    private boolean areCurrent(List<IndexEntry> page, List<Path> files) {
        var current = true;
        for (var i = 0; i < page.size(); i++) {
            current &= scan.recheck(page.get(i), files.get(i));
        }
        return current;
    }

    private void catchUp(Query query) {
        scan.refresh(query.params.archived(), query.readsNewestFirst() ? query : HomeScan.NEVER);
        var unlisted = index.unlisted();
        var sweeps = query.params.sortKey() == SortKey.UPDATED_AT;
        var isLarge = index.size() > MAX_SWEEP;
        if (unlisted.size() <= MAX_SWEEP) {
            unlisted.forEach(scan::recheck);
        } else {
            sweeps = true;
        }
        if (sweeps && isLarge) {
            upkeep.sweepInBackground(query.params.archived());
        } else if (sweeps) {
            upkeep.sweep(query.params.archived());
        }
    }

    void stop() {
        upkeep.stop();
    }

    /** One request: what it wants and how far the home has to be read for it. */
    private final class Query implements LongPredicate {
        private final ListThreads params;
        private final int max;
        private final @Nullable PageCursor cursor;
        private final ThreadFilter filter;
        private final Map<String, String> named;
        private @Nullable List<IndexEntry> page;
        private long pageGeneration;

        Query(ListThreads params, int max) {
            this.params = params;
            this.max = max;
            this.cursor = params.cursor() == null ? null : PageCursor.parse(params.cursor());
            this.filter = new ThreadFilter(params, config.defaultModelProvider());
            this.named = names.names();
        }

        boolean readsNewestFirst() {
            return params.sortKey() == SortKey.CREATED_AT && params.descending();
        }

        /** Whether the page is full with threads newer than all that were not read yet, which are from before that second. */
        @Override
        public boolean test(long endOfUnreadSeconds) {
            var page = page();
            return page.size() == max && page.getLast().nameSeconds() >= endOfUnreadSeconds;
        }

        /** The page as of now. */
        List<IndexEntry> page() {
            var generation = index.generation();
            var known = page;
            if (known == null || generation != pageGeneration) {
                known = run();
                page = known;
                pageGeneration = generation;
            }
            return known;
        }

        private List<IndexEntry> run() {
            filter.resolve(params.cwds() == null ? List.of() : index.cwds());
            return index.page(params, cursor, this::matches, max);
        }

        private boolean matches(IndexEntry entry) {
            var origin = entry.origin;
            if (!filter.matchesOrigin(origin.source(), origin.modelProvider(), origin.cwd())) {
                return false;
            }
            return params.searchTerm() == null
                    || entry.isPreviewCut()
                    || filter.matchesTerm(named.get(entry.threadId()), entry.title(), entry.preview());
        }

        /** @param files those of the page, in the same order */
        List<StoredThread> threads(List<IndexEntry> page, List<Path> files) {
            var ids = new ArrayList<String>(page.size());
            for (var entry : page) {
                ids.add(entry.threadId());
            }
            var rows = database.find(ids, DATABASE_WAIT);
            var threads = new ArrayList<StoredThread>(page.size());
            for (var i = 0; i < page.size(); i++) {
                var head = heads.listed(page.get(i), files.get(i));
                var thread = latest.apply(HeadWithRow.of(head, rows.get(ids.get(i))));
                var name = named.get(thread.threadId());
                if (name != null) {
                    thread = thread.toBuilder().name(name).build();
                }
                threads.add(thread.asListed());
            }
            return threads;
        }
    }
}
