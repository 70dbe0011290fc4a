package dev.bobbin.appserver.thread;

import dev.bobbin.threadstore.ThreadStoreException;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
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

    /** For one thread. */
    Watch newWatch() {
        return new Watch();
    }

    /** Waits for one thread's idle time to be over. Belongs to the thread's owner, as all that it does to the thread. */
    final class Watch {
        /** Null while something happens in the thread or somebody listens. */
        private @Nullable Thread waiting;

        /** The thread is idle and alone from now on. What waits keeps it in memory until the time is over, or {@link #stop}. */
        void start(ThreadActor actor) {
            stop();
            waiting = Thread.ofVirtual().name("idle-" + actor.threadId()).start(() -> await(actor));
        }

        /** Something happens to the thread. */
        void stop() {
            if (waiting != null) {
                waiting.interrupt();
                waiting = null;
            }
        }

        private void await(ThreadActor actor) {
            var self = Thread.currentThread();
            try {
                if (afterIdle.compareTo(REST_AFTER) > 0) {
                    Thread.sleep(REST_AFTER);
                    actor.tell(now -> rest(now, self));
                    Thread.sleep(afterIdle.minus(REST_AFTER));
                } else {
                    Thread.sleep(afterIdle);
                }
                actor.tell(now -> unload(now, actor, self));
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }

        /** Whether nothing has happened since that one began to wait. */
        private boolean isStillIdle(LoadedThread thread, Thread waited) {
            return thread.isAlone() && waiting == waited;
        }

        private void rest(LoadedThread thread, Thread waited) {
            if (isStillIdle(thread, waited)) {
                try {
                    thread.journal().rest();
                } catch (ThreadStoreException e) {
                    LOG.warn("thread {} could not let go of its file: {}", thread.id(), e.display());
                }
            }
        }

        private void unload(LoadedThread thread, ThreadActor actor, Thread waited) {
            if (isStillIdle(thread, waited)) {
                closing.close(thread, actor, ThreadClosing.Told.STATUS_AND_CLOSED);
            }
        }
    }
}
