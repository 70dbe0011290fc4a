package dev.bobbin.appserver.turn;

import dev.bobbin.protocol.v2.turn.TurnError;
import org.jspecify.annotations.Nullable;

/** How a turn ended. Everything before its end is stored and shown; the end itself is the owner's to store and show. */
public sealed interface TurnOutcome {
    /**
     * The model has said its last word.
     *
     * @param lastAgentMessage the last thing the model said; null if it said nothing
     * @param timeToFirstTokenMs from the start of the turn to the first thing that came from the model; null if nothing did
     */
    record Completed(
            @Nullable String lastAgentMessage, @Nullable Long timeToFirstTokenMs) implements TurnOutcome {}

    /**
     * Somebody ended it early.
     *
     * @param reason as stored: {@code interrupted}
     */
    record Interrupted(String reason) implements TurnOutcome {}

    /**
     * The model could not be asked, or gave no whole answer.
     *
     * @param timeToFirstTokenMs as of {@link Completed}
     */
    record Failed(TurnError error, @Nullable Long timeToFirstTokenMs) implements TurnOutcome {}
}
