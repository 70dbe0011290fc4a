package dev.bobbin.tests.bench;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/** The threads that clients share, each used by one client at a time, and what all of them have done. For any thread. */
final class LoadPool {
    private static final int MOST_FREE = 30;
    private static final int MOST_ARCHIVED = 60;

    /** A thread and how many turns it has to show. */
    static final class Used {
        final String id;
        int turns;

        Used(String id, int turns) {
            this.id = id;
            this.turns = turns;
        }
    }

    final AtomicLong requests = new AtomicLong();
    final AtomicLong turns = new AtomicLong();
    final AtomicLong errors = new AtomicLong();
    final AtomicLong cutOff = new AtomicLong();

    // Guarded by this.
    private final List<Used> free = new ArrayList<>();
    private final Deque<Used> archived = new ArrayDeque<>();

    /** Takes a thread that nobody uses; null if there are few. */
    synchronized @Nullable Used take(Random random) {
        return free.size() < MOST_FREE / 3 ? null : free.remove(random.nextInt(free.size()));
    }

    /** Gives a thread back. Returns one that is too many, which the caller retires. */
    synchronized @Nullable Used give(Used thread) {
        free.add(thread);
        return free.size() > MOST_FREE ? free.removeFirst() : null;
    }

    /** Remembers an archived thread. Returns one that is too many, which the caller deletes. */
    synchronized @Nullable Used archived(Used thread) {
        archived.add(thread);
        return archived.size() > MOST_ARCHIVED ? archived.remove() : null;
    }

    /** Takes the thread that was archived last; null if there are few. */
    synchronized @Nullable Used takeArchived() {
        return archived.size() < MOST_ARCHIVED / 3 ? null : archived.removeLast();
    }
}
