package dev.bobbin.appserver.thread;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class GoalMeterTest {
    private static final Instant NOON = Instant.parse("2026-01-01T12:00:00Z");

    private final GoalMeter meter = new GoalMeter();

    @Test
    void nothingIsCountedBeforeItIsStarted() {
        meter.note(10);
        assertThat(meter.read(100, NOON).isNothing()).isTrue();
        assertThat(meter.seen()).isEqualTo(100);
    }

    @Test
    void eachReadingTakesWhatCameSinceTheLast() {
        meter.start(10, NOON);
        assertThat(meter.read(25, NOON.plusMillis(1_700))).isEqualTo(new GoalMeter.Spent(15, 1));
        assertThat(meter.read(25, NOON.plusMillis(2_100))).isEqualTo(new GoalMeter.Spent(0, 1));
        assertThat(meter.read(25, NOON.plusMillis(2_900)).isNothing()).isTrue();
    }

    @Test
    void aPauseGrowsWithFailuresAndEndsInNone() {
        var pace = new GoalPace();
        for (var i = 0; i < 3; i++) {
            pace.failed();
            assertThat(pace.pause()).isZero();
        }
        pace.failed();
        assertThat(pace.pause()).isEqualTo(Duration.ofMillis(500));
        pace.failed();
        assertThat(pace.pause()).isEqualTo(Duration.ofSeconds(1));
        pace.recovered();
        assertThat(pace.pause()).isZero();
        for (var i = 0; i < 10; i++) {
            assertThat(pace.isHopeless()).isFalse();
            pace.failed();
        }
        assertThat(pace.isHopeless()).isTrue();
    }
}
