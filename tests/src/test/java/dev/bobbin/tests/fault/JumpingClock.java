package dev.bobbin.tests.fault;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/** A clock that goes back by up to an hour every few times that it is asked; the system's until {@link #jump}. */
public final class JumpingClock extends Clock {
    private static final Clock SYSTEM = Clock.systemUTC();
    private static final JumpingClock CURRENT = new JumpingClock();

    private @Nullable Random random;
    private Duration offset = Duration.ZERO;

    private JumpingClock() {}

    /** The one clock. Called in place of {@link Clock#systemUTC}. */
    public static Clock current() {
        return CURRENT;
    }

    /** From now on it jumps, as the seed says. */
    static void jump(long seed) {
        CURRENT.from(new Random(seed));
    }

    /** From now on it is the system's again. */
    static void rest() {
        CURRENT.from(null);
    }

    private synchronized void from(@Nullable Random jumps) {
        random = jumps;
        offset = Duration.ZERO;
    }

    @Override
    public synchronized Instant instant() {
        if (random != null && random.nextInt(4) == 0) {
            offset = Duration.ofSeconds(-random.nextInt(3_600));
        }
        return SYSTEM.instant().plus(offset);
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        throw new UnsupportedOperationException("nothing asks for it");
    }
}
