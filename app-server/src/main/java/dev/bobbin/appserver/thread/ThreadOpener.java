package dev.bobbin.appserver.thread;

import dev.bobbin.appserver.context.ThreadContext;
import dev.bobbin.appserver.context.TurnSettings;
import dev.bobbin.protocol.v2.thread.Thread;
import dev.bobbin.threadstore.LiveThread;

/** Puts a live thread together and starts its owner. */
final class ThreadOpener {
    private final ThreadRegistry registry;
    private final Everyone everyone;
    private final IdleUnloading unloading;

    ThreadOpener(ThreadRegistry registry, Everyone everyone, IdleUnloading unloading) {
        this.registry = registry;
        this.everyone = everyone;
        this.unloading = unloading;
    }

    /**
     * Takes over a journal and loads its thread. From here on the thread's owner alone uses the journal.
     *
     * @param announced the thread as clients are told of it, without its turns
     */
    ThreadActor open(Thread announced, LiveThread live, ThreadContext context, TurnSettings settings) {
        live.commit();
        var journal =
                new ThreadJournal(live, announced.ephemeral(), settings.config().durability());
        var thread = new LoadedThread(announced, journal, new Subscriptions(everyone), context, settings, unloading);
        var actor = new ThreadActor(announced.id(), thread);
        thread.ownedBy(actor);
        actor.start();
        registry.opened(actor);
        return actor;
    }
}
