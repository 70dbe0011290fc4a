package dev.bobbin.appserver.model;

import java.time.Duration;
import java.util.random.RandomGenerator;

/** How long to wait between attempts: 200 ms, doubled each time, up or down by a tenth. */
public final class Backoff {
    private static final Duration FIRST = Duration.ofMillis(200);
    private static final int MOST_DOUBLINGS = 20;

    private final RandomGenerator random;
    private final Sleeper sleeper;

    /** Waits; tests do not. */
    @FunctionalInterface
    public interface Sleeper {
        void sleep(Duration duration) throws InterruptedException;
    }

    public Backoff(RandomGenerator random, Sleeper sleeper) {
        this.random = random;
        this.sleeper = sleeper;
    }

    /**
     * How long to wait before a repetition.
     *
     * @param attempt 1 before the first repetition
     */
    public Duration delay(int attempt) {
        var millis = FIRST.toMillis() << Math.clamp(attempt - 1L, 0, MOST_DOUBLINGS);
        return Duration.ofMillis(Math.round(millis * random.nextDouble(0.9, 1.1)));
    }

    /** Waits before repetition number {@code attempt}. */
    public void pause(int attempt) throws InterruptedException {
        sleeper.sleep(delay(attempt));
    }
}
