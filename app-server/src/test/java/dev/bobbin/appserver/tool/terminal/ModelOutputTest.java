package dev.bobbin.appserver.tool.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ModelOutputTest {
    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    @Test
    void anEndedCommandTellsItsExitCode() {
        assertThat(ModelOutput.of(Duration.ofMillis(51), 0, 7, bytes("hello\n"), 100))
                .matches("Chunk ID: [0-9a-f]{6}\nWall time: 0.0510 seconds\nProcess exited with code 0\n"
                        + "Original token count: 2\nOutput:\nhello\n");
    }

    @Test
    void aRunningCommandTellsItsSession() {
        assertThat(ModelOutput.of(Duration.ofSeconds(1), null, 7, bytes(""), 100))
                .endsWith("\nProcess running with session ID 7\nOriginal token count: 0\nOutput:\n");
    }

    @Test
    void longOutputLosesItsMiddle() {
        var output = IntStream.rangeClosed(1, 400).mapToObj(i -> i + "\n").collect(Collectors.joining());
        assertThat(ModelOutput.cut(bytes(output), 20))
                .isEqualTo("Total output lines: 400\n\n1\n2\n3\n4\n5\n6\n7\n8\n9\n10\n11\n12\n13\n14\n15\n16\n1"
                        + "…353 tokens truncated…391\n392\n393\n394\n395\n396\n397\n398\n399\n400\n");
    }

    @Test
    void charactersAreNotCutApart() {
        assertThat(ModelOutput.cut(bytes("ä".repeat(30)), 3)).doesNotContain("\uFFFD");
    }

    @Test
    void secondsAreToldShortly() {
        assertThat(ModelOutput.ended(Duration.ofMillis(120), 3, bytes("x")))
                .isEqualTo("Exit code: 3\nWall time: 0.1 seconds\nOutput:\nx");
        assertThat(ModelOutput.tenths(Duration.ofMillis(4))).isEqualTo("0");
        assertThat(ModelOutput.tenths(Duration.ofMillis(12_340))).isEqualTo("12.3");
    }

    @Test
    void ofEndlessOutputBothEndsAreKept() {
        var log = new OutputLog();
        var line = bytes("0123456789abcdef".repeat(64));
        log.append(bytes("first"), 5);
        for (var i = 0; i < 3000; i++) {
            log.append(line, line.length);
        }
        log.append(bytes("last"), 4);
        assertThat(log.text()).startsWith("first0123").endsWith("cdeflast").hasSize(1 << 20);
        assertThat(log.take()).hasSize(1 << 20);
        assertThat(log.isEmpty()).isTrue();
    }
}
