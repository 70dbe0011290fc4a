package dev.bobbin.threadstore.local;

import dev.bobbin.threadstore.StoredThread;
import dev.bobbin.threadstore.ThreadStoreException;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** The threads that are open for appending in this store. Safe for use from many threads. */
final class OpenWriters {
    private final ConcurrentHashMap<String, LiveWriter> byId = new ConcurrentHashMap<>();

    /** The thread's writer; null if it has none. */
    @Nullable
    LiveWriter find(String threadId) {
        return byId.get(threadId);
    }

    /** @throws ThreadStoreException.NotFound if the thread has no writer */
    LiveWriter get(String threadId) {
        var writer = byId.get(threadId);
        if (writer == null) {
            throw new ThreadStoreException.NotFound(threadId);
        }
        return writer;
    }

    boolean has(String threadId) {
        return byId.containsKey(threadId);
    }

    /** @throws ThreadStoreException.InvalidRequest if the thread has one already */
    void add(LiveWriter writer) {
        if (byId.putIfAbsent(writer.threadId(), writer) != null) {
            throw alreadyOpen(writer.threadId());
        }
    }

    static ThreadStoreException.InvalidRequest alreadyOpen(String threadId) {
        return new ThreadStoreException.InvalidRequest("thread " + threadId + " already has a live local writer");
    }

    void remove(String threadId) {
        byId.remove(threadId);
    }

    List<LiveWriter> all() {
        return List.copyOf(byId.values());
    }

    /** Prefers what a writer knows to what the head of its file says. */
    StoredThread latest(StoredThread listed) {
        var live = byId.get(listed.threadId());
        if (live == null) {
            return listed;
        }
        return live.thread().toBuilder()
                .rolloutPath(listed.rolloutPath())
                .createdAt(listed.createdAt())
                .updatedAt(listed.updatedAt())
                .preview(listed.preview())
                .build();
    }
}
