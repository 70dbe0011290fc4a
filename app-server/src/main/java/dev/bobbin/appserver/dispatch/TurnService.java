package dev.bobbin.appserver.dispatch;

import dev.bobbin.protocol.method.TurnMethods;
import dev.bobbin.protocol.v2.review.ReviewStartParams;
import dev.bobbin.protocol.v2.turn.TurnInterruptParams;
import dev.bobbin.protocol.v2.turn.TurnRunParams;
import dev.bobbin.protocol.v2.turn.TurnStartParams;
import dev.bobbin.protocol.v2.turn.TurnSteerParams;

/** Turns and reviews. What jsonrpc4j calls, see {@link RequestRouter}. */
public final class TurnService {
    private final RequestRouter router;

    TurnService(RequestRouter router) {
        this.router = router;
    }

    public void turnStart(TurnStartParams params) {
        router.run(TurnMethods.TURN_START, params);
    }

    public void turnSteer(TurnSteerParams params) {
        router.run(TurnMethods.TURN_STEER, params);
    }

    public void turnInterrupt(TurnInterruptParams params) {
        router.run(TurnMethods.TURN_INTERRUPT, params);
    }

    public void reviewStart(ReviewStartParams params) {
        router.run(TurnMethods.REVIEW_START, params);
    }

    public void turnRun(TurnRunParams params) {
        router.run(TurnMethods.TURN_RUN, params);
    }
}
