package dev.bobbin.appserver.handlers;

import dev.bobbin.appserver.dispatch.RequestRouter;
import dev.bobbin.appserver.thread.ThreadManager;
import dev.bobbin.protocol.method.HandshakeMethods;
import dev.bobbin.protocol.method.ThreadMethods;

/** {@code thread/*}: which method is whose. */
public final class ThreadHandlers {
    private ThreadHandlers() {}

    public static void register(RequestRouter router, ThreadManager threads) {
        router.on(ThreadMethods.THREAD_START, threads::start);
        router.on(ThreadMethods.THREAD_RESUME, threads::resume);
        router.on(ThreadMethods.THREAD_FORK, threads::fork);
        router.on(ThreadMethods.THREAD_UNSUBSCRIBE, threads::unsubscribe);
        router.on(ThreadMethods.THREAD_LOADED_LIST, threads::loadedList);
        router.on(ThreadMethods.THREAD_READ, threads.reading()::read);
        router.on(ThreadMethods.THREAD_TURNS_LIST, threads.reading()::turnsList);
        router.on(ThreadMethods.THREAD_TURNS_ITEMS_LIST, threads.reading()::itemsList);
        router.on(HandshakeMethods.GET_CONVERSATION_SUMMARY, threads.reading()::summary);
        router.on(ThreadMethods.THREAD_LIST, threads.listing()::list);
        router.on(ThreadMethods.THREAD_SEARCH, threads.listing()::search);
        router.on(ThreadMethods.THREAD_ARCHIVE, threads.archiving()::archive);
        router.on(ThreadMethods.THREAD_UNARCHIVE, threads.archiving()::unarchive);
        router.on(ThreadMethods.THREAD_DELETE, threads.archiving()::delete);
        router.on(ThreadMethods.THREAD_NAME_SET, threads.metadata()::setName);
        router.on(ThreadMethods.THREAD_METADATA_UPDATE, threads.metadata()::update);
        router.on(ThreadMethods.THREAD_MEMORY_MODE_SET, threads.metadata()::setMemoryMode);
        router.on(ThreadMethods.THREAD_GOAL_SET, threads.goals()::set);
        router.on(ThreadMethods.THREAD_GOAL_GET, threads.goals()::get);
        router.on(ThreadMethods.THREAD_GOAL_CLEAR, threads.goals()::clear);
        router.on(ThreadMethods.THREAD_SETTINGS_UPDATE, threads.editing()::updateSettings);
        router.on(ThreadMethods.THREAD_ROLLBACK, threads.editing()::rollback);
        router.on(ThreadMethods.THREAD_INJECT_ITEMS, threads.editing()::injectItems);
        router.on(ThreadMethods.THREAD_COMPACT_START, threads.turns()::compact);
        router.on(ThreadMethods.THREAD_SHELL_COMMAND, threads.turns()::shellCommand);
    }
}
