package dev.bobbin.appserver.handlers;

import dev.bobbin.appserver.dispatch.RequestRouter;
import dev.bobbin.appserver.thread.ThreadManager;
import dev.bobbin.appserver.toolbox.Toolbox;
import dev.bobbin.protocol.method.ThreadMethods;
import dev.bobbin.protocol.v2.thread.ThreadBackgroundTerminalsCleanResponse;

/** {@code thread/backgroundTerminals/*}: which method is whose. */
public final class TerminalHandlers {
    private TerminalHandlers() {}

    public static void register(RequestRouter router, ThreadManager threads, Toolbox tools) {
        router.on(ThreadMethods.THREAD_BACKGROUND_TERMINALS_CLEAN, (params, client, reply) -> {
            tools.cleanTerminals(threads.requireLoaded(params.threadId()));
            reply.ok(new ThreadBackgroundTerminalsCleanResponse());
        });
    }
}
