package dev.bobbin.threadstore.local;

import dev.bobbin.threadstore.ListThreads;
import dev.bobbin.threadstore.PageCursor;
import dev.bobbin.threadstore.SortKey;
import dev.bobbin.threadstore.StoredThread;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * The rollouts of a home in memory, in both orders. Knows nothing of the disk: {@link HomeScan} keeps it in step. Safe for
 * use from several threads; its lock is never held over I/O.
 */
final class ThreadIndex {
    private final Map<UUID, IndexEntry> byId = new HashMap<>();
    private final NavigableSet<IndexEntry> created = new TreeSet<>(IndexEntry.BY_CREATED);
    private final NavigableSet<IndexEntry> updated = new TreeSet<>(IndexEntry.BY_UPDATED);
    private final Map<String, IndexEntry.Origin> origins = new HashMap<>();

    private final Set<IndexEntry> unlisted = new HashSet<>();
    private final Set<IndexEntry> fresh = new HashSet<>();

    /** The one object that stands for these facts. */
    synchronized IndexEntry.Origin shared(StoredThread thread) {
        // A text as the key: a record's own comparison is costly to set up, and the first list is waited for.
        var key = String.join(
                "\0",
                thread.modelProvider(),
                thread.cwd(),
                thread.cliVersion(),
                thread.source().stored(),
                orNone(thread.threadSource()),
                orNone(thread.agentNickname()),
                orNone(thread.agentRole()),
                orNone(thread.agentPath()));
        var known = origins.get(key);
        if (known == null) {
            known = new IndexEntry.Origin(
                    thread.modelProvider(),
                    thread.cwd(),
                    thread.cliVersion(),
                    thread.source(),
                    thread.threadSource(),
                    thread.agentNickname(),
                    thread.agentRole(),
                    thread.agentPath());
            origins.put(key, known);
        }
        return known;
    }

    private static String orNone(@Nullable String text) {
        return text == null ? "\1" : text;
    }

    /** Of two files with one id, the live one is the thread; among equals the later found. */
    synchronized void add(IndexEntry entry) {
        created.add(entry);
        updated.add(entry);
        fresh.add(entry);
        if (!entry.isListable()) {
            unlisted.add(entry);
        }
        byId.merge(entry.id(), entry, (old, added) -> !old.archived && added.archived ? old : added);
    }

    synchronized void remove(IndexEntry entry) {
        created.remove(entry);
        updated.remove(entry);
        unlisted.remove(entry);
        fresh.remove(entry);
        if (byId.remove(entry.id(), entry)) {
            created.stream()
                    .filter(other -> other.hasId(entry.id()))
                    .findFirst()
                    .ifPresent(other -> byId.put(other.id(), other));
        }
    }

    synchronized void touch(IndexEntry entry, long updatedMillis) {
        var known = updated.remove(entry);
        entry.updatedMillis = updatedMillis;
        if (known) {
            updated.add(entry);
        }
    }

    synchronized @Nullable IndexEntry find(String threadId) {
        return byId.get(UUID.fromString(threadId));
    }

    synchronized List<IndexEntry> all(boolean archived) {
        return created.stream().filter(entry -> entry.archived == archived).toList();
    }

    /** Threads that nobody has written to yet. */
    synchronized List<IndexEntry> unlisted() {
        return List.copyOf(unlisted);
    }

    /** Whether there are threads that the database may not have yet. */
    synchronized boolean hasFresh() {
        return !fresh.isEmpty();
    }

    /** Takes up to that many threads that the database may not have yet. */
    synchronized List<IndexEntry> takeFresh(int max) {
        var taken = new ArrayList<IndexEntry>();
        for (var entries = fresh.iterator(); entries.hasNext() && taken.size() < max; ) {
            var entry = entries.next();
            entries.remove();
            if (byId.get(entry.id()) == entry) {
                taken.add(entry);
            }
        }
        return taken;
    }

    /** Threads that the database surely lacks. */
    synchronized void putBackFresh(Collection<IndexEntry> entries) {
        entries.stream().filter(created::contains).forEach(fresh::add);
    }

    /** The database was made anew. */
    synchronized void allFresh() {
        fresh.addAll(created);
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
        var page = new ArrayList<IndexEntry>();
        for (var entry : from(cursor, byUpdate ? updated : created, params.descending())) {
            if (entry.archived != params.archived() || !entry.isListable() || byId.get(entry.id()) != entry) {
                continue;
            }
            if (cursor != null) {
                var time = byUpdate ? entry.updatedAt() : entry.createdAt();
                if (!cursor.precedes(time, entry.threadId(), params.descending())) {
                    continue;
                }
            }
            if (wanted.test(entry)) {
                page.add(entry);
                if (page.size() == max) {
                    break;
                }
            }
        }
        return page;
    }

    private static Iterable<IndexEntry> from(
            @Nullable PageCursor cursor, NavigableSet<IndexEntry> order, boolean descending) {
        if (cursor == null) {
            return descending ? order.descendingSet() : order;
        }
        return descending
                ? order.headSet(IndexEntry.highestAt(cursor.time()), true).descendingSet()
                : order.tailSet(IndexEntry.lowestAt(cursor.time()), true);
    }
}
