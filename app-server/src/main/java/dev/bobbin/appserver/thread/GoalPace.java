package dev.bobbin.appserver.thread;

import java.time.Duration;

/**
 * How fast a thread goes on towards its goal when its turns fail: at once after a first failure, then ever more slowly, and
 * after many in a row not at all. Belongs to the thread's owner.
 */
final class GoalPace {
    /** After so many failures in a row nothing but a change from outside is likely to help. */
    private static final int HOPELESS = 10;

    private static final int FREE_FAILURES = 3;
    private static final Duration FIRST_PAUSE = Duration.ofMillis(500);

    private int failures;

    void failed() {
        failures++;
    }

    /** A turn ended well, or somebody changed the goal. */
    void recovered() {
        failures = 0;
    }

    int failures() {
        return failures;
    }

    boolean isHopeless() {
        return failures >= HOPELESS;
    }

    /** How long to wait before the next turn. */
    Duration pause() {
        return failures <= FREE_FAILURES
                ? Duration.ZERO
                : FIRST_PAUSE.multipliedBy(1L << (failures - FREE_FAILURES - 1));
    }
}
