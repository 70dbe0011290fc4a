package dev.bobbin.protocol.method;

import dev.bobbin.protocol.v2.review.ReviewStartParams;
import dev.bobbin.protocol.v2.review.ReviewStartResponse;
import dev.bobbin.protocol.v2.turn.TurnInterruptParams;
import dev.bobbin.protocol.v2.turn.TurnInterruptResponse;
import dev.bobbin.protocol.v2.turn.TurnRunParams;
import dev.bobbin.protocol.v2.turn.TurnRunResponse;
import dev.bobbin.protocol.v2.turn.TurnStartParams;
import dev.bobbin.protocol.v2.turn.TurnStartResponse;
import dev.bobbin.protocol.v2.turn.TurnSteerParams;
import dev.bobbin.protocol.v2.turn.TurnSteerResponse;
import org.jspecify.annotations.Nullable;

/** What happens within a thread: {@code turn/*} and {@code review/*}. */
public interface TurnMethods {
    /** {@code turn/start} */
    Method<TurnStartParams, TurnStartResponse> TURN_START =
            Method.of("turn/start", TurnStartParams.class, TurnStartResponse.class, LaneRule.THREAD);

    /** {@code turn/steer} */
    Method<TurnSteerParams, TurnSteerResponse> TURN_STEER =
            Method.of("turn/steer", TurnSteerParams.class, TurnSteerResponse.class, LaneRule.THREAD);

    /** {@code turn/interrupt} */
    Method<TurnInterruptParams, TurnInterruptResponse> TURN_INTERRUPT =
            Method.of("turn/interrupt", TurnInterruptParams.class, TurnInterruptResponse.class, LaneRule.THREAD);

    /** {@code review/start} */
    Method<ReviewStartParams, ReviewStartResponse> REVIEW_START =
            Method.of("review/start", ReviewStartParams.class, ReviewStartResponse.class, LaneRule.THREAD);

    /** {@code turn/run} */
    Method<TurnRunParams, TurnRunResponse> TURN_RUN =
            Method.of("turn/run", TurnRunParams.class, TurnRunResponse.class, LaneRule.THREAD);

    /** The row with this wire name, or null. */
    static @Nullable Method<?, ?> named(String name) {
        return switch (name) {
            case "turn/start" -> TURN_START;
            case "turn/steer" -> TURN_STEER;
            case "turn/interrupt" -> TURN_INTERRUPT;
            case "review/start" -> REVIEW_START;
            case "turn/run" -> TURN_RUN;
            default -> null;
        };
    }
}
