package dev.bobbin.appserver.thread;

import dev.bobbin.protocol.v2.turn.ThreadTokenUsage;
import dev.bobbin.rollout.line.TokenUsageInfo;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What of a running turn counts towards the thread's goal. Belongs to the thread's owner. */
final class GoalMeter {
    /** What was spent since the last reading. */
    record Spent(long tokens, long seconds) {
        boolean isNothing() {
            return tokens == 0 && seconds == 0;
        }
    }

    private boolean counting;
    private long seen;
    private long counted;
    private Instant since = Instant.EPOCH;

    /** The tokens that a thread has spent, as goals count them: what the provider had cached costs nothing. */
    static long tokens(@Nullable TokenUsageInfo usage) {
        return usage == null
                ? 0
                : tokens(
                        usage.total().inputTokens(),
                        usage.total().cachedInputTokens(),
                        usage.total().outputTokens());
    }

    private static long tokens(long input, long cached, long output) {
        return Math.max(0, input - cached) + output;
    }

    /** Notes what clients were last told that the thread has spent. */
    void note(ThreadTokenUsage shown) {
        var total = shown.total();
        seen = tokens(total.inputTokens(), total.cachedInputTokens(), total.outputTokens());
    }

    /** Notes what the thread has spent. */
    void note(long tokens) {
        seen = tokens;
    }

    /** What the thread had spent when that was last noted. */
    long seen() {
        return seen;
    }

    boolean isCounting() {
        return counting;
    }

    /** Counts what is spent from now on. */
    void start(long tokens, Instant now) {
        counting = true;
        seen = tokens;
        counted = tokens;
        since = now;
    }

    void stop() {
        counting = false;
    }

    /** Reads the meter. Whole seconds are taken; what is left of one is read with the next. */
    Spent read(long tokens, Instant now) {
        seen = tokens;
        if (!counting) {
            return new Spent(0, 0);
        }
        var spent = new Spent(
                Math.max(0, tokens - counted),
                Math.max(0, Duration.between(since, now).toSeconds()));
        counted = tokens;
        since = since.plusSeconds(spent.seconds());
        return spent;
    }
}
