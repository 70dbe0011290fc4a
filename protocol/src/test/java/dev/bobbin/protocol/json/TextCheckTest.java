package dev.bobbin.protocol.json;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bobbin.protocol.wire.Defaulted;
import dev.bobbin.protocol.wire.Strict;
import dev.bobbin.protocol.wire.WireInt;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TextCheckTest {
    /** A record as tools have them. */
    public record Command(
            String cmd,
            @Defaulted("true") boolean login,
            @WireInt("u64") @Nullable Long pause,
            @Nullable List<String> rule) {}

    /** A record that refuses what it does not know. */
    @Strict
    public record Plan(@Nullable String why, List<Command> steps) {}

    @ParameterizedTest
    @CsvSource(
            delimiter = '#',
            quoteCharacter = '~',
            value = {
                "{ # EOF while parsing an object at line 1 column 1",
                "~~ # EOF while parsing a value at line 1 column 0",
                "hello # expected value at line 1 column 1",
                "{} # missing field `cmd` at line 1 column 2",
                "{\"cmd\":5} # invalid type: integer `5`, expected a string at line 1 column 8",
                "{\"cmd\":null} # invalid type: null, expected a string at line 1 column 11",
                "{\"cmd\":[\"ls\"]} # invalid type: sequence, expected a string at line 1 column 7",
                "{\"cmd\":\"ls\",\"login\":\"x\"} # invalid type: string \"x\", expected a boolean at line 1 column 23",
                "{\"cmd\":\"ls\",\"pause\":-1} # invalid value: integer `-1`, expected u64 at line 1 column 22",
                "{\"cmd\":\"ls\",\"rule\":\"x\"} # invalid type: string \"x\", expected a sequence at line 1 column 22",
                "{\"cmd\":\"ls\",\"rule\":[\"x\",3]} # invalid type: integer `3`, expected a string at line 1 column 25",
                "{\"cmd\":\"ls\"} x # trailing characters at line 1 column 14",
                "{\"cmd\":\"ls\",\"cmd\":\"x\"} # duplicate field `cmd` at line 1 column 17",
                "{\"cmd\":\"l # EOF while parsing a string at line 1 column 9",
                "{\"cmd\":\"l\\q\"} # invalid escape at line 1 column 11",
                "{\"cmd\":\"ls\",} # trailing comma at line 1 column 13",
                "{\"cmd\" \"ls\"} # expected `:` at line 1 column 8",
            })
    void theFirstFaultIsTold(String text, String problem) {
        assertThat(TextCheck.problem(text, Command.class)).isEqualTo(problem);
    }

    @Test
    void linesAreCounted() {
        assertThat(TextCheck.problem("{\n  \"cmd\": 5\n}", Command.class)).endsWith(" at line 2 column 10");
    }

    @Test
    void whatFitsHasNoProblem() {
        assertThat(TextCheck.problem("{\"cmd\":\"ls\",\"pause\":null,\"more\":[{\"a\":1.5e3}]}", Command.class))
                .isNull();
    }

    @Test
    void strictRecordsMindWhatTheyDoNotKnow() {
        assertThat(TextCheck.problem("{\"steps\":[],\"x\":1}", Plan.class))
                .isEqualTo("unknown field `x`, expected `why` or `steps` at line 1 column 15");
        assertThat(TextCheck.problem("{\"steps\":[{\"cmd\":1}]}", Plan.class))
                .isEqualTo("invalid type: integer `1`, expected a string at line 1 column 18");
    }
}
