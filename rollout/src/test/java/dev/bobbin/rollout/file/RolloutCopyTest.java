package dev.bobbin.rollout.file;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.github.luben.zstd.Zstd;
import dev.bobbin.rollout.Rollouts;
import dev.bobbin.rollout.line.LineBuffer;
import dev.bobbin.rollout.line.RawJson;
import dev.bobbin.rollout.line.RawLine;
import dev.bobbin.rollout.line.ResponseItem;
import dev.bobbin.rollout.line.RolloutEncoder;
import dev.bobbin.rollout.line.RolloutItem;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RolloutCopyTest {
    private static final Instant LONG_AGO = Instant.parse("2020-01-01T00:00:00Z");
    private static final String THEN = "2020-01-01T00:00:00.000Z";
    private static final String NOW = "2026-01-02T12:00:00.123Z";

    @TempDir
    private Path folder;

    private Path source;
    private Path target;

    /** A line as it is shown, and where it was said to begin. */
    private record Shown(int index, long start, String payload) {
        boolean isToolItem() {
            return payload.contains("\"said\"") || payload.contains("\"assistant\"");
        }
    }

    @BeforeEach
    void names() {
        source = folder.resolve("source.jsonl");
        target = folder.resolve("target.jsonl");
    }

    @Test
    void copiesKeepTheirBytesAndTheirOrder() throws IOException {
        Files.writeString(source, """
                {"timestamp":"%1$s","type":"event_msg","payload":{"type":"token_count","x":1.50e0}}
                {"timestamp":"%1$s","type":"future","payload":{}}
                {"timestamp": "%1$s", "type": "response_item", "payload": {"type": "reasoning", "x": "%2$s\\n"}}
                {"timestamp":"%1$s","type":"response_item","payload":{"type":"function_call_output","x":"%2$s"}}
                """.formatted(THEN, "{\\\"timestamp\\\":".repeat(20)));
        copy(Long.MAX_VALUE);
        try (var writer = RolloutWriter.openForAppend(target)) {
            writer.append(List.of(Rollouts.user("next")), Rollouts.NOON);
        }
        assertThat(target)
                .content()
                .isEqualTo(restamped(Files.readString(source)) + text(Rollouts.user("next"), Rollouts.NOON.instant()));
    }

    @Test
    void whatIsShownIsWhatIsReadAfterwards() throws IOException {
        longSource();
        var shown = copy(Long.MAX_VALUE);
        assertThat(shown).filteredOn(Shown::isToolItem).hasSizeLessThan(20);
        shown.removeIf(Shown::isToolItem);
        var read = read();
        assertThat(read).filteredOn(Shown::isToolItem).hasSize(800);
        read.removeIf(Shown::isToolItem);
        assertThat(shown).isEqualTo(read);
        assertThat(target).content().isEqualTo(restamped(Files.readString(source)));
    }

    @Test
    void aCompressedSourceIsCopiedAlike() throws IOException {
        longSource();
        var plain = Files.readAllBytes(source);
        Files.delete(source);
        Files.write(RolloutPaths.compressed(source), Zstd.compress(plain));
        copy(Long.MAX_VALUE);
        assertThat(target).content().isEqualTo(restamped(new String(plain, StandardCharsets.UTF_8)));
    }

    @Test
    void timesOfAnyLengthAreReplaced() throws IOException {
        for (var time : List.of("", "2020", "2020-01-01T00:00:00.123456789+00:00", "x".repeat(60))) {
            Files.writeString(
                    source,
                    (text(Rollouts.user("a"), LONG_AGO) + text(tool("reasoning", "b".repeat(300)), LONG_AGO))
                            .replace(THEN, time));
            copy(Long.MAX_VALUE);
            assertThat(target)
                    .content()
                    .isEqualTo(restamped(
                            text(Rollouts.user("a"), LONG_AGO) + text(tool("reasoning", "b".repeat(300)), LONG_AGO)));
        }
    }

    /** What is copied unchecked keeps its damage; nothing else that is damaged is copied. */
    @Test
    void damagedLinesAreLeftOutButForModelItemsThatLookWhole() throws IOException {
        var user = text(Rollouts.user("a"), LONG_AGO);
        var output = text(tool("function_call_output", "b".repeat(300)), LONG_AGO);
        var damaged = output.replace("bbb", "b\0\"");
        Files.writeString(
                source,
                user + "garbage\n\n" + damaged + user.replace("\"a\"", "\"a") + output.substring(0, 200) + user
                        + output.substring(0, 250) + output + user.stripTrailing());
        copy(Long.MAX_VALUE);
        assertThat(target).content().isEqualTo(restamped(user + damaged + user + output + user));
    }

    @Test
    void linesBehindTheLastAreLeftOut() throws IOException {
        longSource();
        copy(7);
        assertThat(target)
                .content()
                .isEqualTo(restamped(Files.readString(source).lines().limit(7).collect(joining("\n", "", "\n"))));
    }

    @Test
    void whatCannotBeWrittenFails() throws IOException {
        longSource();
        try (var writer = RolloutWriter.create(target, Rollouts.meta(), Rollouts.NOON)) {
            assertThatThrownBy(() -> {
                        try (var copy = RolloutCopy.open(source, writer, Long.MAX_VALUE, LONG_AGO)) {
                            copy.next();
                            copy.next();
                            Files.delete(target);
                            while (copy.next() != null) {
                                assertThat(target).doesNotExist();
                            }
                        }
                    })
                    .isInstanceOf(RolloutGoneException.class);
        }
    }

    @Test
    void whatIsNotThereIsNotCopied() throws IOException {
        assertThatThrownBy(() -> copy(1)).isInstanceOf(IOException.class);
        assertThat(target).hasContent(text(Rollouts.meta(), Rollouts.NOON.instant()));
    }

    /** More than is gathered at once, with lines among them that are longer. */
    private void longSource() throws IOException {
        var text = new StringBuilder(text(Rollouts.meta(), LONG_AGO));
        for (var n = 0; n < 200; n++) {
            text.append(text(Rollouts.user("question " + n), LONG_AGO));
            text.append(text(tool("function_call_output", "compiled\\n".repeat(n == 50 ? 60_000 : 500)), LONG_AGO));
            text.append(text(tool("reasoning", "thought"), LONG_AGO));
            text.append(text(Rollouts.said("assistant", "a".repeat(n == 60 ? 600_000 : 10)), LONG_AGO));
            text.append(text(tool("function_call", "make ".repeat(50)), LONG_AGO));
        }
        Files.writeString(source, text);
    }

    private static ResponseItem tool(String type, String said) {
        return new ResponseItem(RawJson.of("{\"type\":\"" + type + "\",\"said\":\"" + said + "\"}"));
    }

    private static String text(RolloutItem item, Instant time) {
        var out = new LineBuffer(100);
        RolloutEncoder.line(item, time, out);
        return new String(out.toByteArray(), StandardCharsets.UTF_8);
    }

    /** What the target is to hold when that was copied to it. */
    private static String restamped(String copied) {
        return text(Rollouts.meta(), Rollouts.NOON.instant()) + copied.replace(THEN, NOW);
    }

    private List<Shown> copy(long limit) throws IOException {
        Files.deleteIfExists(target);
        var shown = new ArrayList<Shown>();
        try (var writer = RolloutWriter.create(target, Rollouts.meta(), Rollouts.NOON);
                var copy = RolloutCopy.open(source, writer, limit, Rollouts.NOON.instant())) {
            for (var line = copy.next(); line != null; line = copy.next()) {
                shown.add(shown(line, copy.lineStart()));
            }
            assertThat(copy.next()).isNull();
        }
        return shown;
    }

    private List<Shown> read() throws IOException {
        var lines = new ArrayList<Shown>();
        try (var reader = RolloutReader.open(target)) {
            for (var line = reader.next(); line != null; line = reader.next()) {
                lines.add(shown(line, reader.lineStart()));
            }
        }
        return lines;
    }

    private static Shown shown(RawLine line, long start) {
        return new Shown(line.index(), start, line.payload().toString());
    }
}
