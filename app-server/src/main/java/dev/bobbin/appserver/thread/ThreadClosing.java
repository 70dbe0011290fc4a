package dev.bobbin.appserver.thread;

import dev.bobbin.appserver.dispatch.RequestException;
import dev.bobbin.protocol.method.ThreadNotifications;
import dev.bobbin.protocol.v2.thread.ThreadClosedNotification;
import dev.bobbin.protocol.v2.thread.ThreadStatus;
import dev.bobbin.protocol.v2.thread.ThreadStatusChangedNotification;
import dev.bobbin.threadstore.ThreadStoreException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Unloads threads: what is pending is written, the file is let go, clients are told. */
final class ThreadClosing {
    private static final Logger LOG = LoggerFactory.getLogger(ThreadClosing.class);

    /** What clients hear of a thread that is closed. */
    enum Told {
        /** Its status, and that it is closed: it was idle for long. */
        STATUS_AND_CLOSED,
        /** Its status: something else that they hear says why. */
        STATUS,
        /** Nothing: the server ends. */
        NOTHING
    }

    private final ThreadRegistry registry;

    private final ThreadServices.Residents residents;

    ThreadClosing(ThreadRegistry registry, ThreadServices.Residents residents) {
        this.registry = registry;
        this.residents = residents;
    }

    /**
     * Closes an idle thread; called on its owner. A thread whose journal cannot be closed stays loaded.
     *
     * @return whether it is closed
     */
    boolean close(LoadedThread thread, ThreadActor actor, Told told) {
        registry.closing(thread.id());
        try {
            thread.journal().write(residents.unload(thread.id()));
            thread.journal().close();
        } catch (ThreadStoreException e) {
            LOG.error("thread {} could not be closed and stays loaded", thread.id(), e);
            registry.opened(actor);
            return false;
        }
        thread.end();
        tell(thread, told);
        registry.closed(thread.id());
        return true;
    }

    private static void tell(LoadedThread thread, Told told) {
        if (told == Told.NOTHING) {
            return;
        }
        thread.subscriptions()
                .tellEveryone(
                        ThreadNotifications.THREAD_STATUS_CHANGED,
                        new ThreadStatusChangedNotification(thread.id(), new ThreadStatus.NotLoaded()));
        if (told == Told.STATUS_AND_CLOSED) {
            thread.subscriptions()
                    .tellEveryone(ThreadNotifications.THREAD_CLOSED, new ThreadClosedNotification(thread.id()));
        }
    }

    /**
     * Interrupts what the thread is doing and closes it as soon as it is idle; called from any thread but the owner.
     *
     * @return whether it is closed
     */
    boolean stopAndClose(ThreadActor actor, Told told) throws InterruptedException {
        var ticket = new Ticket<Boolean>();
        try {
            actor.call(thread -> {
                thread.closeWhenIdle(() -> ticket.complete(close(thread, actor, told)));
                thread.interrupt();
                return true;
            });
        } catch (RequestException e) {
            return true;
        }
        return Boolean.TRUE.equals(ticket.await());
    }
}
