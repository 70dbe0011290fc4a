package dev.bobbin.appserver.turn;

import dev.bobbin.appserver.model.ModelClient;
import dev.bobbin.appserver.model.ModelException;
import dev.bobbin.appserver.tool.ToolRegistry;
import dev.bobbin.appserver.tool.TurnCancelled;
import dev.bobbin.protocol.v2.turn.CodexErrorInfo;
import org.jspecify.annotations.Nullable;

/** Has the model answer the conversation once, with the tool calls that its answer makes. */
final class Sampler {
    private final ModelClient model;
    private final ToolRegistry tools;
    private final Retries retries;

    /**
     * What came of it.
     *
     * @param lastMessage the last thing the model said; null if nothing
     * @param isToBeContinued whether it is to be asked again: it called tools, or has more to say
     */
    record Answer(@Nullable String lastMessage, boolean isToBeContinued) {}

    Sampler(ModelClient model, ToolRegistry tools, Retries retries) {
        this.model = model;
        this.tools = tools;
        this.retries = retries;
    }

    /** Asks until there is a whole answer. What broken-off answers brought stays in the conversation. */
    Answer sample(TurnScope turn) throws ModelException, TurnCancelled, InterruptedException {
        for (var attempt = 1; ; attempt++) {
            var stream = new ResponseStream(turn, new ToolCalls(tools, turn));
            try {
                var failure = stream(turn, stream);
                var isToBeContinued = stream.finish();
                if (failure == null) {
                    return new Answer(stream.lastMessage(), isToBeContinued);
                }
                note(turn, stream, failure);
                retries.pause(turn, failure, attempt);
            } catch (InterruptedException | TurnCancelled e) {
                stream.abort();
                throw e;
            }
        }
    }

    private @Nullable ModelException stream(TurnScope turn, ResponseStream stream) throws InterruptedException {
        try {
            model.stream(Requests.of(turn, turn.context().input(), tools.specs(turn)), stream);
            return null;
        } catch (ModelException e) {
            return e;
        }
    }

    /** A context that is too long counts as full, so that the next turn begins by summing it up. */
    private static void note(TurnScope turn, ResponseStream stream, ModelException failure) {
        var window = turn.settings().modelContextWindow();
        if (failure.info() instanceof CodexErrorInfo.ContextWindowExceeded && window != null) {
            turn.context().full(window);
            turn.reportUsage();
        } else if (failure.usageLimit() && !stream.isOpen()) {
            turn.reportUsage();
        }
    }
}
