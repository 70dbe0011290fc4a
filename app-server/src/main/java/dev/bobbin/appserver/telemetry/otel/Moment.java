package dev.bobbin.appserver.telemetry.otel;

import java.time.Instant;

/**
 * A moment, by the clock that all share, and by one that never jumps.
 *
 * @param epochNanos since 1970
 * @param nanoTime as {@link System#nanoTime}
 */
record Moment(long epochNanos, long nanoTime) {
    private static final long NANOS = 1_000_000_000;

    static Moment now() {
        var clock = Instant.now();
        return new Moment(clock.getEpochSecond() * NANOS + clock.getNano(), System.nanoTime());
    }

    /** Nanoseconds from the other to this one. */
    long since(Moment earlier) {
        return nanoTime - earlier.nanoTime;
    }
}
