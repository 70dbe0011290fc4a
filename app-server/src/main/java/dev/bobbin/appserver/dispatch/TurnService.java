package dev.bobbin.appserver.dispatch;

import dev.bobbin.protocol.method.TurnMethods;
import dev.bobbin.protocol.v2.review.ReviewStartParams;
import dev.bobbin.protocol.v2.turn.TurnInterruptParams;
import dev.bobbin.protocol.v2.turn.TurnRunParams;
import dev.bobbin.protocol.v2.turn.TurnStartParams;
import dev.bobbin.protocol.v2.turn.TurnSteerParams;

/** Turns and reviews. What jsonrpc4j calls, see {@link RequestRouter}. */
public interface TurnService extends Service {
    default void turnStart(TurnStartParams params) {
        router().run(TurnMethods.TURN_START, params);
    }

    default void turnSteer(TurnSteerParams params) {
        router().run(TurnMethods.TURN_STEER, params);
    }

    default void turnInterrupt(TurnInterruptParams params) {
        router().run(TurnMethods.TURN_INTERRUPT, params);
    }

    default void reviewStart(ReviewStartParams params) {
        router().run(TurnMethods.REVIEW_START, params);
    }

    default void turnRun(TurnRunParams params) {
        router().run(TurnMethods.TURN_RUN, params);
    }
}
