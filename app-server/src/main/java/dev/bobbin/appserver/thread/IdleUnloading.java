package dev.bobbin.appserver.thread;

import dev.bobbin.threadstore.ThreadStoreException;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Unloads a thread to which nobody has listened, and in which nothing has happened, for a while. Long before that its file
 * is let go, so that another process may write to it.
 *
 * <p>Used by the threads' owners.
 */
final class IdleUnloading {
    /** How long another process that wants to write to the thread has to wait, once nobody listens here. */
    private static final Duration REST_AFTER = Duration.ofSeconds(2);

    private static final Logger LOG = LoggerFactory.getLogger(IdleUnloading.class);

    private final Duration afterIdle;
    private final ThreadClosing closing;

    IdleUnloading(Duration afterIdle, ThreadClosing closing) {
        this.afterIdle = afterIdle;
        this.closing = closing;
    }

    /**
     * Starts the clock of a thread that is idle and alone. Returns what waits; it keeps the thread in memory until the time
     * is over or it is interrupted, which whatever happens to the thread must do.
     *
     * @param seen what {@link LoadedThread#touched} says now
     */
    Thread watch(ThreadActor actor, long seen) {
        return Thread.ofVirtual().name("idle-" + actor.threadId()).start(() -> {
            try {
                if (afterIdle.compareTo(REST_AFTER) > 0) {
                    Thread.sleep(REST_AFTER);
                    actor.tell(now -> rest(now, seen));
                    Thread.sleep(afterIdle.minus(REST_AFTER));
                } else {
                    Thread.sleep(afterIdle);
                }
                actor.tell(now -> unload(now, actor, seen));
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
    }

    private static void rest(LoadedThread thread, long seen) {
        if (thread.isAlone() && thread.touched() == seen) {
            try {
                thread.journal().rest();
            } catch (ThreadStoreException e) {
                LOG.warn("thread {} could not let go of its file: {}", thread.id(), e.display());
            }
        }
    }

    private void unload(LoadedThread thread, ThreadActor actor, long seen) {
        if (thread.isAlone() && thread.touched() == seen) {
            closing.close(thread, actor, ThreadClosing.Told.STATUS_AND_CLOSED);
        }
    }
}
