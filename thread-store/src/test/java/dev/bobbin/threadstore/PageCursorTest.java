package dev.bobbin.threadstore;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PageCursorTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "2026-01-31T03:04:05.678Z",
                "2026-01-31T03:04:05.600Z",
                "2026-01-31T03:04:05Z",
                "2026-01-31T03:04:05.000001Z",
                "2026-01-31T03:04:05.678000001Z",
                "1969-12-31T23:59:59.999Z",
                "9999-12-31T23:59:59.999Z"
            })
    void timesAreSpelledAsInstantsAre(String text) {
        var cursor = PageCursor.after(Instant.parse(text), "id");

        assertThat(cursor).isEqualTo(text + "[after=id]");
        assertThat(PageCursor.parse(cursor)).isEqualTo(new PageCursor(Instant.parse(text), "id", false));
        assertThat(PageCursor.parse(text)).isEqualTo(new PageCursor(Instant.parse(text), null, false));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "2026-01-02",
                "2026-02-30T03:04:05.678Z",
                "2026-01-02T24:00:00.000Z",
                "2026-01-02T03:04:05.678Z[at=id]"
            })
    void whatIsNoCursorIsRefused(String text) {
        assertThatThrownBy(() -> PageCursor.parse(text)).isInstanceOf(ThreadStoreException.InvalidRequest.class);
    }
}
