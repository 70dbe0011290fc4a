package dev.bobbin.threadstore.local;

import java.time.Duration;

/** Work in the background makes way for clients that ask for lists meanwhile. Safe for many threads, one of which works. */
final class Courtesy {
    /** The background goes on when no client has asked for this long. */
    private static final Duration QUIET = Duration.ofMillis(25);

    /** However much they ask, it goes on after this many waits, so that it gets done at all. */
    private static final int MAX_WAITS = 100;

    /** That much is read before anything else is considered: who has seen a first page may go on to what comes next. */
    private static final int FIRST_STEPS = 64;

    /** The same after each page behind the first: somebody does go on. More than the largest page holds. */
    private static final int PAGE_STEPS = 16;

    /** Work that takes longer leaves half of the processor's time to others, in turns as long as this. */
    private static final long TURN_NANOS = Duration.ofMillis(50).toNanos();

    private static final long LONG_WORK_NANOS = Duration.ofSeconds(2).toNanos();

    private volatile long askedAt = System.nanoTime() - QUIET.toNanos();

    /** What may be read at once, in steps. Guarded by this. */
    private int ahead;

    // Of the thread that works.
    private int waits;
    private long worked;
    private long turnAt;

    /** A client has asked for something, or has got it. */
    void asked() {
        askedAt = System.nanoTime();
    }

    /** A client has asked for a page behind another one. */
    synchronized void pagedOn() {
        ahead = Math.max(ahead, PAGE_STEPS);
        notifyAll();
    }

    /** Some work begins, which may make way anew. */
    void begin() {
        waits = 0;
        synchronized (this) {
            ahead = FIRST_STEPS;
        }
        worked = 0;
        turnAt = System.nanoTime();
    }

    /** Called between steps of reading what clients will ask for next. */
    void makeWayBehindReadAhead() throws InterruptedException {
        synchronized (this) {
            while (ahead == 0 && mayWait()) {
                wait(QUIET.toMillis());
                waits += ahead == 0 ? 1 : 0;
                turnAt = System.nanoTime();
            }
            if (ahead > 0) {
                ahead--;
                return;
            }
        }
        makeWay();
    }

    private boolean mayWait() {
        return waits < MAX_WAITS && System.nanoTime() - askedAt < QUIET.toNanos();
    }

    /** Called by the work between its steps. */
    void makeWay() throws InterruptedException {
        var turn = System.nanoTime() - turnAt;
        if (turn > TURN_NANOS) {
            worked += turn;
            if (worked > LONG_WORK_NANOS) {
                Thread.sleep(Duration.ofNanos(turn));
            }
            turnAt = System.nanoTime();
        }
        while (mayWait()) {
            waits++;
            Thread.sleep(QUIET);
            turnAt = System.nanoTime();
        }
    }
}
