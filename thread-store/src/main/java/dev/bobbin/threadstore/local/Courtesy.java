package dev.bobbin.threadstore.local;

import java.time.Duration;

/** Work in the background makes way for clients that ask for lists meanwhile. Safe for many threads. */
final class Courtesy {
    /** The background goes on when no client has asked for this long. */
    private static final Duration QUIET = Duration.ofMillis(25);

    /** However much they ask, it goes on after this many waits, so that it gets done at all. */
    private static final int MAX_WAITS = 100;

    private volatile long askedAt = System.nanoTime() - QUIET.toNanos();
    private volatile int waits;

    /** A client has asked for something, or has got it. */
    void asked() {
        askedAt = System.nanoTime();
    }

    /** Some work begins, which may make way anew. */
    void begin() {
        waits = 0;
    }

    /** Called by the work between its steps. */
    void makeWay() throws InterruptedException {
        while (waits < MAX_WAITS && System.nanoTime() - askedAt < QUIET.toNanos()) {
            waits++;
            Thread.sleep(QUIET);
        }
    }
}
