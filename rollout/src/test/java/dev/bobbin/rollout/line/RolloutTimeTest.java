package dev.bobbin.rollout.line;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RolloutTimeTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "2026-01-02T03:04:05.678Z",
                "2026-01-31T23:59:59.999Z",
                "2026-04-30T00:00:00.000Z",
                "2024-02-29T12:00:00.001Z",
                "2000-02-29T12:00:00.001Z",
                "1969-12-31T23:59:59.999Z",
                "0000-01-01T00:00:00.000Z"
            })
    void whatIsWrittenIsReadWithoutAFormatter(String text) {
        assertThat(RolloutTime.parseUsual(text)).isEqualTo(Instant.parse(text));
        assertThat(RolloutTime.format(Instant.parse(text))).isEqualTo(text);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2026-02-29T12:00:00.000Z",
                "1900-02-29T12:00:00.000Z",
                "2026-04-31T00:00:00.000Z",
                "2026-01-32T00:00:00.000Z",
                "2026-01-00T00:00:00.000Z",
                "2026-13-01T00:00:00.000Z",
                "2026-01-02T25:04:05.678Z",
                "2026-01-02 03:04:05.678Z"
            })
    void whatIsNoTimeIsNone(String text) {
        assertThat(RolloutTime.parse(text)).isNull();
    }

    @Test
    void otherFormsAreReadToo() {
        assertThat(RolloutTime.parseUsual("2026-01-02T03:04:05Z")).isNull();
        assertThat(RolloutTime.parse("2026-01-02T03:04:05Z")).isEqualTo("2026-01-02T03:04:05.000Z");
        assertThat(RolloutTime.parse("2026-01-02T24:00:00.000Z")).isEqualTo("2026-01-03T00:00:00Z");
    }
}
