package dev.bobbin.appserver.thread;

import dev.bobbin.appserver.context.ThreadContext;
import dev.bobbin.appserver.context.TurnSettings;
import dev.bobbin.protocol.v2.thread.Thread;
import dev.bobbin.threadstore.HistorySink;
import dev.bobbin.threadstore.LiveThread;
import dev.bobbin.threadstore.ReadHistory;
import dev.bobbin.threadstore.ReadThread;
import dev.bobbin.threadstore.ResumeThread;
import dev.bobbin.threadstore.StoredThread;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** Puts a live thread together and starts its owner. */
final class ThreadOpener {
    private final ThreadServices services;
    private final ThreadRegistry registry;
    private final IdleUnloading unloading;

    ThreadOpener(ThreadServices services, ThreadRegistry registry, IdleUnloading unloading) {
        this.services = services;
        this.registry = registry;
        this.unloading = unloading;
    }

    /** Opens and reads what the store keeps. */
    private record StoredOpening(ThreadServices services) implements ThreadJournal.Opening {
        @Override
        public LiveThread open(String threadId, @Nullable Path path, HistorySink history) {
            return LiveThread.resume(
                    services.store(), new ResumeThread(threadId, path, false), services.clock(), history);
        }

        @Override
        public StoredThread read(ReadThread params) {
            return services.store().readThread(params);
        }

        @Override
        public void readHistory(ReadHistory params, HistorySink history) {
            services.store().readHistory(params, history);
        }
    }

    /**
     * Called before a thread is opened: what it cannot do without is made ready.
     *
     * @throws dev.bobbin.appserver.dispatch.RequestException if that cannot be
     */
    void prepare(String threadId, TurnSettings settings) {
        services.residents().loading(threadId, settings);
    }

    /**
     * Called when the owner of the opened thread has been asked to tell the client of it: what else runs for it is started
     * after that.
     */
    void opened(ThreadActor actor, TurnSettings settings) {
        actor.tellSoon(thread -> {
            services.engine().prepare();
            if (!settings.config().mcpServers().isEmpty()) {
                services.residents().loaded(thread.id(), settings);
            }
        });
    }

    /**
     * Takes over a journal and loads its thread. From here on the thread's owner alone uses the journal.
     *
     * @param announced the thread as clients are told of it, without its turns
     * @param context the conversation so far
     */
    ThreadActor open(Thread announced, LiveThread live, ThreadContext context, TurnSettings settings) {
        return open(announced, live, context, StoredConversation.WHOLE, settings);
    }

    /** As {@link #open(Thread, LiveThread, ThreadContext, TurnSettings)}, but the conversation is read when it is first needed. */
    ThreadActor open(Thread announced, LiveThread live, StoredConversation conversation, TurnSettings settings) {
        return open(announced, live, null, conversation, settings);
    }

    private ThreadActor open(
            Thread announced,
            LiveThread live,
            @Nullable ThreadContext context,
            StoredConversation conversation,
            TurnSettings settings) {
        live.commit();
        var journal = new ThreadJournal(
                live,
                new StoredOpening(services),
                announced.ephemeral(),
                settings.config().durability());
        var thread = new LoadedThread(
                announced, journal, new Subscriptions(services.everyone()), context, conversation, settings, unloading);
        var actor = new ThreadActor(announced.id(), thread);
        thread.ownedBy(actor);
        actor.start();
        registry.opened(actor);
        return actor;
    }
}
