package dev.bobbin.appserver.mcp.sdk;

import java.time.Duration;
import java.util.Locale;

/** How long to wait for a server. The time in which the server waits for the user does not count. */
public final class Patience {
    private final Duration limit;
    // Guarded by this.
    private int pauses;
    // Guarded by this.
    private long pausedAt;
    // Guarded by this.
    private long deadline;

    public Patience(Duration limit) {
        this.limit = limit;
        this.deadline = System.nanoTime() + limit.toNanos();
    }

    /** The server waits for the user from now on. */
    public synchronized void pause() {
        if (pauses++ == 0) {
            pausedAt = System.nanoTime();
        }
    }

    /** The user has answered. */
    public synchronized void resume() {
        if (--pauses == 0) {
            deadline += System.nanoTime() - pausedAt;
        }
    }

    /** Nanoseconds to wait before looking again; none are left when the time is over. */
    synchronized long left() {
        return pauses > 0 ? limit.toNanos() + 1 : deadline - System.nanoTime();
    }

    /** The limit as people read it. */
    String text() {
        var millis = limit.toMillis();
        if (millis < 1_000) {
            return millis + "ms";
        }
        return millis % 1_000 == 0
                ? millis / 1_000 + "s"
                : String.format(Locale.ROOT, "%.3f", millis / 1e3).replaceAll("0+$", "") + "s";
    }
}
