package dev.bobbin.appserver.thread;

import java.time.Duration;

/**
 * Unloads a thread to which nobody has listened, and in which nothing has happened, for a while.
 *
 * <p>Used by the threads' owners.
 */
final class IdleUnloading {
    private final Duration afterIdle;
    private final ThreadClosing closing;

    IdleUnloading(Duration afterIdle, ThreadClosing closing) {
        this.afterIdle = afterIdle;
        this.closing = closing;
    }

    /** Starts the clock if the thread is idle and alone. Whatever happens to the thread meanwhile stops it. */
    void watch(LoadedThread thread, ThreadActor actor) {
        if (!thread.isAlone()) {
            return;
        }
        long seen = thread.touched();
        Thread.ofVirtual().name("idle-" + thread.id()).start(() -> {
            try {
                Thread.sleep(afterIdle);
                actor.tell(now -> unload(now, actor, seen));
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
    }

    private void unload(LoadedThread thread, ThreadActor actor, long seen) {
        if (thread.isAlone() && thread.touched() == seen) {
            closing.close(thread, actor, ThreadClosing.Told.STATUS_AND_CLOSED);
        }
    }
}
