package dev.bobbin.appserver.thread;

import dev.bobbin.appserver.telemetry.Observer;
import dev.bobbin.appserver.telemetry.Observer.Tokens;
import dev.bobbin.appserver.telemetry.Observer.TurnWatch;
import dev.bobbin.appserver.turn.TurnInput;
import dev.bobbin.protocol.v2.turn.TurnStatus;
import dev.bobbin.rollout.line.TokenUsage;
import org.jspecify.annotations.Nullable;

/**
 * A turn that somebody looks at from outside. Belongs to the thread's owner.
 *
 * @param before what the thread had used when the turn began
 */
record WatchedTurn(TurnWatch watch, TokenUsage before) {
    private static final TokenUsage NOTHING = new TokenUsage(0, 0, 0, 0, 0);

    /** Null if nobody looks. */
    static @Nullable WatchedTurn begin(Observer observer, LoadedThread thread, RunningTurn turn) {
        var watch = observer.turn(thread.id(), turn.id(), () -> kind(turn.input()));
        return watch == null ? null : new WatchedTurn(watch, used(thread));
    }

    void end(TurnStatus status, LoadedThread thread) {
        var after = used(thread);
        watch.ended(
                status.wireName(),
                new Tokens(
                        spent(before.inputTokens(), after.inputTokens()),
                        spent(before.cachedInputTokens(), after.cachedInputTokens()),
                        spent(before.outputTokens(), after.outputTokens()),
                        spent(before.reasoningOutputTokens(), after.reasoningOutputTokens())));
    }

    private static long spent(long before, long after) {
        return Math.max(0, after - before);
    }

    private static TokenUsage used(LoadedThread thread) {
        var usage = thread.context().usage();
        return usage == null ? NOTHING : usage.total();
    }

    private static String kind(TurnInput input) {
        return switch (input) {
            case TurnInput.User _ -> "user";
            case TurnInput.Goal _ -> "goal";
            case TurnInput.Compact _ -> "compact";
            case TurnInput.Review _ -> "review";
            case TurnInput.UserShell _ -> "shell";
        };
    }
}
