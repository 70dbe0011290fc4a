package dev.bobbin.appserver.handlers;

import dev.bobbin.appserver.dispatch.RequestRouter;
import dev.bobbin.appserver.thread.ThreadManager;
import dev.bobbin.protocol.method.TurnMethods;

/** {@code turn/*} and {@code review/*}: which method is whose. */
public final class TurnHandlers {
    private TurnHandlers() {}

    public static void register(RequestRouter router, ThreadManager threads) {
        router.on(TurnMethods.TURN_START, threads.turns()::start);
        router.on(TurnMethods.TURN_RUN, threads.turns()::run);
        router.on(TurnMethods.TURN_STEER, threads.turns()::steer);
        router.on(TurnMethods.REVIEW_START, threads.reviews()::start);
        router.on(TurnMethods.TURN_INTERRUPT, threads.turns()::interrupt);
    }
}
