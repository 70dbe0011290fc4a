package dev.bobbin.appserver.id;

import java.time.Clock;
import java.util.UUID;

/**
 * Version 7 UUIDs: 48 bits of Unix milliseconds, then a counter and randomness. Ids made in one millisecond, or while the
 * clock runs backwards, still sort in the order in which they were made.
 */
public final class TimeOrderedIds implements IdSource {
    private static final int COUNTER_BITS = 12;
    private static final int COUNTER_LIMIT = 1 << COUNTER_BITS;
    private static final long VARIANT = 0x8000_0000_0000_0000L;

    private final Clock clock;
    private long lastMillis;
    private int counter;

    public TimeOrderedIds(Clock clock) {
        this.clock = clock;
    }

    @Override
    public synchronized String uuidV7() {
        long now = clock.millis();
        var bits = RandomIds.bits(Integer.BYTES + Long.BYTES);
        if (now > lastMillis) {
            lastMillis = now;
            counter = bits.getInt() & COUNTER_LIMIT / 2 - 1;
        } else if (++counter == COUNTER_LIMIT) {
            lastMillis++;
            counter = 0;
        }
        long high = lastMillis << 16 | 0x7000L | counter;
        long low = VARIANT | bits.getLong() >>> 2;
        return new UUID(high, low).toString();
    }
}
