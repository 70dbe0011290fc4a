package dev.bobbin.appserver.thread;

import dev.bobbin.appserver.dispatch.Reply;
import dev.bobbin.protocol.v2.turn.ThreadTokenUsage;
import dev.bobbin.protocol.v2.turn.Turn;
import dev.bobbin.protocol.v2.turn.TurnRunResponse;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * A {@code turn/run} that waits for its turn to end. When its time is up, the turn is interrupted and the answer says so.
 *
 * <p>Used by the thread's owner only.
 */
final class TurnRunWaiter {
    private final Reply<TurnRunResponse> reply;
    private @Nullable Thread alarm;
    private boolean timedOut;

    TurnRunWaiter(Reply<TurnRunResponse> reply) {
        this.reply = reply;
    }

    /** Interrupts the turn after a while, unless it has ended by then. */
    void startTimer(Duration timeout, ThreadActor actor, RunningTurn turn) {
        alarm = Thread.ofVirtual().name("turn-timeout-" + turn.id()).start(() -> {
            try {
                Thread.sleep(timeout);
                actor.tell(_ -> ring(turn));
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
    }

    private void ring(RunningTurn turn) {
        if (turn.runWaiters().contains(this)) {
            timedOut = true;
            turn.interrupt();
        }
    }

    void answer(Turn turn, @Nullable ThreadTokenUsage usage) {
        var timer = alarm;
        if (timer != null) {
            timer.interrupt();
        }
        reply.ok(new TurnRunResponse(turn, usage, turn.error(), timedOut));
    }
}
