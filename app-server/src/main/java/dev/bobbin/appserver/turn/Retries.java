package dev.bobbin.appserver.turn;

import dev.bobbin.appserver.model.Backoff;
import dev.bobbin.appserver.model.ModelException;
import dev.bobbin.protocol.v2.turn.TurnError;
import java.util.List;

/** Decides whether a broken-off answer is asked for again, tells clients, and waits. */
final class Retries {
    private final Backoff backoff;
    private final Backoff.Sleeper sleeper;

    Retries(Backoff backoff, Backoff.Sleeper sleeper) {
        this.backoff = backoff;
        this.sleeper = sleeper;
    }

    /**
     * Returns when it is time to ask again.
     *
     * @param attempt how often was asked so far
     * @throws ModelException the failure, if it is not to be asked again
     */
    void pause(TurnScope turn, ModelException failure, int attempt) throws ModelException, InterruptedException {
        var most = turn.settings().provider().streamMaxRetries();
        if (!failure.retryable() || attempt > most) {
            throw failure;
        }
        var notice = new TurnError("Reconnecting... " + attempt + "/" + most, failure.retryInfo(), failure.text());
        turn.commit(List.of(), List.of(turn.retrying(notice)));
        var asked = failure.retryAfter();
        sleeper.sleep(asked == null ? backoff.delay(attempt) : asked);
    }
}
