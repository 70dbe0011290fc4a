package dev.bobbin.appserver.tool;

import dev.bobbin.rollout.line.RawJson;

/**
 * Something the model may call.
 *
 * <p>Tools have no state of a turn in their fields: one instance may serve many turns at once.
 */
public interface Tool {
    /** The name the model calls it by. */
    String name();

    /** How it is described to the model, as the provider's API wants it. */
    RawJson spec();

    /** Whether it may run while other calls of the same model response do. Others wait for all calls before them. */
    default boolean isParallel() {
        return false;
    }

    /** Whether it begins only when the model's answer is whole, because it has to know what that cost. */
    default boolean waitsForWholeAnswer() {
        return false;
    }

    /** Whether a call counts by itself what the model's answer cost towards the thread's goal. */
    default boolean countsCost() {
        return false;
    }

    /**
     * Does what was asked. Runs on a virtual thread of its own.
     *
     * @return what the model is told, also when the work itself failed
     * @throws ToolFailure if the call cannot be carried out; its message is told to the model
     * @throws TurnCancelled if the user wants the whole turn to end here
     * @throws InterruptedException if the turn was interrupted; the engine then tells the model so
     */
    ToolOutput call(ToolCall call, ToolContext context) throws ToolFailure, TurnCancelled, InterruptedException;
}
