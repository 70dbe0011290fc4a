package dev.bobbin.appserver.id;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class TimeOrderedIdsTest {
    private long millis = 1_800_000_000_000L;

    private final Clock clock = new Clock() {
        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }

        @Override
        public Instant instant() {
            return Instant.ofEpochMilli(millis);
        }
    };

    @Test
    void idsAreVersionSevenAndTellTheirTime() {
        var id = UUID.fromString(new TimeOrderedIds(clock).uuidV7());

        assertThat(id.version()).isEqualTo(7);
        assertThat(id.variant()).isEqualTo(2);
        assertThat(id.getMostSignificantBits() >>> 16).isEqualTo(millis);
    }

    @Test
    void idsSortAsTheyWereMadeWhateverTheClockDoes() {
        var ids = new TimeOrderedIds(clock);
        var made = new ArrayList<String>();
        for (int i = 0; i < 10_000; i++) {
            millis += i % 3 == 0 ? -2 : i % 1_000 == 0 ? 1 : 0;
            made.add(ids.uuidV7());
        }

        assertThat(made).isSorted().doesNotHaveDuplicates();
    }
}
