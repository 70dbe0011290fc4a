package dev.bobbin.threadstore.local.sqlite;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What is done about a database that cannot be used: people are told once, not at every try, and the next try comes after
 * ever longer pauses. For the thread that owns the database.
 */
final class StateTrouble {
    private static final Logger LOG = LoggerFactory.getLogger(StateDb.class);

    private static final int SQLITE_CORRUPT = 11;
    private static final int SQLITE_NOTADB = 26;
    private static final long FIRST_PAUSE_MILLIS = 500;
    private static final long LAST_PAUSE_MILLIS = 30_000;

    private final Path file;
    private final Clock clock;
    private boolean reported;
    private long pauseMillis = FIRST_PAUSE_MILLIS;

    StateTrouble(Path file, Clock clock) {
        this.file = file;
        this.clock = clock;
    }

    /** Whether the file is broken, or no database at all. */
    static boolean isDamage(SQLException failure) {
        var code = failure.getErrorCode() & 0xff;
        return code == SQLITE_CORRUPT || code == SQLITE_NOTADB;
    }

    /** Tells people, unless they were told before and nothing has worked since. */
    void report(String problem) {
        if (!reported) {
            reported = true;
            LOG.warn("state database {} {}; working from rollouts", file, problem);
        }
    }

    /** How long to wait before the next try. */
    long nextPauseNanos() {
        var pause = pauseMillis;
        pauseMillis = Math.min(pauseMillis * 2, LAST_PAUSE_MILLIS);
        return TimeUnit.MILLISECONDS.toNanos(pause);
    }

    /** All is well. */
    void over() {
        if (reported) {
            LOG.info("state database {} is in use again", file);
            reported = false;
        }
        pauseMillis = FIRST_PAUSE_MILLIS;
    }

    /** Puts a damaged database where it is in nobody's way and can be looked at. */
    void moveAside() {
        var stamp = Long.toString(clock.millis());
        try {
            var aside = file.resolveSibling(StateDb.FILE_NAME + ".damaged-" + stamp);
            Files.move(file, aside);
            for (var suffix : List.of("-wal", "-shm")) {
                var extra = file.resolveSibling(StateDb.FILE_NAME + suffix);
                if (Files.exists(extra)) {
                    Files.move(extra, file.resolveSibling(StateDb.FILE_NAME + ".damaged-" + stamp + suffix));
                }
            }
            LOG.warn("state database {} is damaged; moved it to {} and make it anew from rollouts", file, aside);
        } catch (IOException e) {
            report("is damaged and cannot be moved aside: " + e);
        }
    }
}
