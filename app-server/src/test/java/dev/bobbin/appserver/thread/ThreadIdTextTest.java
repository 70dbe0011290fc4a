package dev.bobbin.appserver.thread;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ThreadIdTextTest {
    private static final String ID = "0192aaaa-0000-7000-8000-00000000000f";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "0192aaaa-0000-7000-8000-00000000000f",
                "0192AAAA-0000-7000-8000-00000000000F",
                "0192aaaa00007000800000000000000f",
                "urn:uuid:0192aaaa-0000-7000-8000-00000000000f",
                "{0192aaaa-0000-7000-8000-00000000000f}"
            })
    void everySpellingMeansTheSameThread(String spelling) {
        assertThat(ThreadIdText.canonical(spelling)).isEqualTo(ID);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "nope|invalid character: expected an optional prefix of `urn:uuid:` followed by [0-9a-fA-F-], found `n` at 1",
                "0192aaaa|invalid length: expected length 32 for simple format, found 8",
                "0192aaaa-0000|invalid group count: expected 5, found 2",
                "0192aaa-00000-7000-8000-00000000000f|invalid group length in group 0: expected 8, found 7",
                "0192aaaa-0000-7000-8000-00000000000f0|invalid group length in group 4: expected 12, found 13",
                "../../x|invalid character: expected an optional prefix of `urn:uuid:` followed by [0-9a-fA-F-], found `.` at 1",
            })
    void whatIsNoIdIsSaidExactly(String text, String message) {
        assertThatThrownBy(() -> ThreadIdText.canonical(text))
                .isInstanceOf(ThreadIdText.Malformed.class)
                .hasMessage(message);
    }

    @Test
    void theEmptyTextIsNoId() {
        assertThatThrownBy(() -> ThreadIdText.canonical(""))
                .hasMessage("invalid length: expected length 32 for simple format, found 0");
    }

    @Test
    void digitsOfOtherScriptsAreNoDigits() {
        assertThatThrownBy(() -> ThreadIdText.canonical("٠192aaaa-0000-7000-8000-00000000000f"))
                .hasMessageContaining("found `٠` at 1");
    }
}
