package dev.bobbin.threadstore.local;

import dev.bobbin.rollout.line.GitInfo;
import dev.bobbin.threadstore.ListThreads;
import dev.bobbin.threadstore.PageCursor;
import dev.bobbin.threadstore.SortKey;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * The rollouts of a home in memory, in both orders: a few hundred bytes each, most of them the preview. Knows nothing of the
 * disk: {@link HomeScan} keeps it in step. Safe for use from several threads; its lock is never held over I/O.
 */
final class ThreadIndex {
    private static final int MET_LATELY = 1 << 10;

    private final EntryTable byId = new EntryTable();
    private final EntryOrder created = new EntryOrder(IndexEntry.BY_CREATED);
    private final EntryOrder updated = new EntryOrder(IndexEntry.BY_UPDATED);
    private final Map<String, IndexEntry.Origin> origins = new HashMap<>();
    // Met lately, each at the place that its hash gives: threads of one time and place share much.
    private final @Nullable GitInfo[] gits = new GitInfo[MET_LATELY];
    private final @Nullable String[] gitWords = new String[MET_LATELY];

    private final Set<IndexEntry> unlisted = new HashSet<>();
    /** Threads that the database may not have yet, by {@link IndexEntry#isFresh}, and others that it had meanwhile. */
    private final ArrayDeque<IndexEntry> fresh = new ArrayDeque<>();

    private long generation;

    /** The one object that stands for these facts. */
    synchronized IndexEntry.Origin shared(IndexEntry.Origin origin) {
        // A text as the key: a record's own comparison is costly to set up, and the first list is waited for.
        return origins.computeIfAbsent(origin.key(), _ -> origin);
    }

    /** An object equal to this one, the same for threads of the same commit where that is easy. */
    synchronized @Nullable GitInfo shared(@Nullable GitInfo git) {
        if (git == null || git.commitHash() == null) {
            return git;
        }
        var place = git.commitHash().hashCode() & (MET_LATELY - 1);
        var known = gits[place];
        if (known != null && git.equals(known)) {
            return known;
        }
        var added = new GitInfo(git.commitHash(), shared(git.branch()), shared(git.repositoryUrl()));
        gits[place] = added;
        return added;
    }

    private @Nullable String shared(@Nullable String word) {
        if (word == null) {
            return null;
        }
        var place = word.hashCode() & (MET_LATELY - 1);
        var known = gitWords[place];
        if (word.equals(known)) {
            return known;
        }
        gitWords[place] = word;
        return word;
    }

    /** Of two files with one id, the live one is the thread. */
    synchronized void add(IndexEntry entry) {
        generation++;
        byId.add(entry);
        created.add(entry);
        updated.add(entry);
        refresh(entry);
        if (!entry.isListable()) {
            unlisted.add(entry);
        }
    }

    private void refresh(IndexEntry entry) {
        if (!entry.isFresh) {
            entry.isFresh = true;
            fresh.add(entry);
        }
    }

    synchronized void remove(IndexEntry entry) {
        if (created.remove(entry)) {
            generation++;
            byId.remove(entry);
            updated.remove(entry);
            unlisted.remove(entry);
            entry.isFresh = false;
        }
    }

    synchronized void touch(IndexEntry entry, long updatedMillis) {
        generation++;
        var known = updated.remove(entry);
        entry.updatedMillis = updatedMillis;
        if (known) {
            updated.add(entry);
        }
    }

    /** Differs from what it was whenever pages may. */
    synchronized long generation() {
        return generation;
    }

    synchronized @Nullable IndexEntry find(String threadId) {
        var id = UUID.fromString(threadId);
        return byId.find(id.getMostSignificantBits(), id.getLeastSignificantBits());
    }

    /** The thread with the same id; null if there is none. */
    synchronized @Nullable IndexEntry find(IndexEntry like) {
        return byId.find(like.idHigh, like.idLow);
    }

    private boolean isThread(IndexEntry entry) {
        return byId.find(entry.idHigh, entry.idLow) == entry;
    }

    synchronized List<IndexEntry> all() {
        return created.all();
    }

    /** Threads that nobody has written to yet. */
    synchronized List<IndexEntry> unlisted() {
        return List.copyOf(unlisted);
    }

    /** Whether there may be threads that the database does not have yet. */
    synchronized boolean hasFresh() {
        return !fresh.isEmpty();
    }

    /** Takes up to that many threads that the database may not have yet. */
    synchronized List<IndexEntry> takeFresh(int max) {
        var taken = new ArrayList<IndexEntry>();
        while (taken.size() < max && !fresh.isEmpty()) {
            var entry = fresh.remove();
            if (entry.isFresh) {
                entry.isFresh = false;
                if (isThread(entry)) {
                    taken.add(entry);
                }
            }
        }
        return taken;
    }

    /** Threads that the database surely lacks. */
    synchronized void putBackFresh(Collection<IndexEntry> entries) {
        entries.stream().filter(this::isThread).forEach(this::refresh);
    }

    /** The database was made anew. */
    synchronized void allFresh() {
        created.visit(null, true, entry -> {
            refresh(entry);
            return true;
        });
    }

    synchronized int size() {
        return created.size();
    }

    /** Every working directory of any thread. */
    synchronized Collection<String> cwds() {
        var cwds = new HashSet<String>();
        origins.values().forEach(origin -> cwds.add(origin.cwd()));
        return cwds;
    }

    /** Up to {@code max} entries behind the cursor, in the order asked for. */
    synchronized List<IndexEntry> page(
            ListThreads params, @Nullable PageCursor cursor, Predicate<IndexEntry> wanted, int max) {
        var byUpdate = params.sortKey() == SortKey.UPDATED_AT;
        var descending = params.descending();
        var page = new ArrayList<IndexEntry>();
        (byUpdate ? updated : created).visit(start(cursor, descending), descending, entry -> {
            var isBehind = cursor == null || entry.isBehind(cursor, byUpdate, descending);
            if (isBehind
                    && entry.archived == params.archived()
                    && entry.isListable()
                    && isThread(entry)
                    && wanted.test(entry)) {
                page.add(entry);
            }
            return page.size() < max;
        });
        return page;
    }

    private static @Nullable IndexEntry start(@Nullable PageCursor cursor, boolean descending) {
        if (cursor == null) {
            return null;
        }
        return descending ? IndexEntry.highestAt(cursor.time()) : IndexEntry.lowestAt(cursor.time());
    }
}
