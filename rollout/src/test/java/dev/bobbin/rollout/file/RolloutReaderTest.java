package dev.bobbin.rollout.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.github.luben.zstd.Zstd;
import dev.bobbin.rollout.Rollouts;
import dev.bobbin.rollout.line.LineBuffer;
import dev.bobbin.rollout.line.RawJson;
import dev.bobbin.rollout.line.ResponseItem;
import dev.bobbin.rollout.line.RolloutEncoder;
import dev.bobbin.rollout.line.RolloutEvent;
import dev.bobbin.rollout.line.RolloutItem;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RolloutReaderTest {
    @TempDir
    Path folder;

    private static byte[] line(RolloutItem item) {
        var out = new LineBuffer(64);
        RolloutEncoder.line(item, Rollouts.NOON.instant(), out);
        return out.toByteArray();
    }

    private Path file(byte[] content) throws IOException {
        return Files.write(folder.resolve("rollout-x.jsonl"), content);
    }

    private static List<RolloutItem> items(Path file) throws IOException {
        var items = new ArrayList<RolloutItem>();
        RolloutReader.read(file, line -> {
            assertThat(line.index()).isEqualTo(items.size());
            items.add(line.parse());
        });
        return items;
    }

    @Test
    void readsOnPastWhateverIsNoRecord() throws IOException {
        var seed = Rollouts.seed();
        var random = new Random(seed);
        for (var round = 0; round < 60; round++) {
            var expected = new ArrayList<RolloutItem>();
            var content = new ByteArrayOutputStream();
            if (random.nextBoolean()) {
                content.writeBytes(new byte[] {(byte) 0xef, (byte) 0xbb, (byte) 0xbf});
            }
            for (var i = 0; i < 40; i++) {
                if (random.nextInt(3) > 0) {
                    var item = Rollouts.agent(Rollouts.text(random));
                    expected.add(item);
                    var bytes = line(item);
                    content.write(bytes, 0, bytes.length - 1);
                } else {
                    content.writeBytes(garbage(random));
                }
                content.writeBytes((random.nextBoolean() ? "\n" : "\r\n").getBytes(StandardCharsets.UTF_8));
            }
            expected.add(Rollouts.agent("the last line has no newline"));
            var last = line(expected.getLast());
            content.write(last, 0, last.length - 1);
            assertThat(items(file(content.toByteArray()))).as("seed %s", seed).isEqualTo(expected);
        }
    }

    @Test
    void readsOnWhereALineBegins() throws IOException {
        var seed = Rollouts.seed();
        var random = new Random(seed);
        for (var round = 0; round < 20; round++) {
            var content = new ByteArrayOutputStream();
            var expected = new ArrayList<RolloutItem>();
            for (var i = 0; i < 30; i++) {
                var length = random.nextInt(5) == 0 ? 300_000 : 3_000;
                expected.add(Rollouts.agent(Rollouts.text(random) + "x".repeat(random.nextInt(length))));
                content.writeBytes(line(expected.getLast()));
                content.writeBytes(random.nextInt(4) == 0 ? garbage(random) : new byte[0]);
                content.write('\n');
            }
            var file = file(content.toByteArray());
            var starts = new ArrayList<Long>();
            try (var reader = RolloutReader.open(file)) {
                for (var line = reader.next(); line != null; line = reader.next()) {
                    starts.add(reader.lineStart());
                }
            }
            var from = random.nextInt(expected.size());
            try (var reader = RolloutReader.open(file, starts.get(from))) {
                for (var i = from; i < expected.size(); i++) {
                    assertThat(reader.next().parse()).as("seed %s", seed).isEqualTo(expected.get(i));
                    assertThat(reader.lineStart()).as("seed %s", seed).isEqualTo(starts.get(i));
                }
                assertThat(reader.next()).isNull();
            }
        }
    }

    private static byte[] garbage(Random random) {
        return switch (random.nextInt(6)) {
            case 0 -> new byte[0];
            case 1 -> "  \t".getBytes(StandardCharsets.UTF_8);
            case 2 -> "{broken".getBytes(StandardCharsets.UTF_8);
            case 3 -> "[]".getBytes(StandardCharsets.UTF_8);
            case 4 ->
                "{\"timestamp\":\"t\",\"type\":\"event_msg\",\"payload\":{\"type\":\"ta"
                        .getBytes(StandardCharsets.UTF_8);
            default -> {
                var noise = new byte[random.nextInt(2000)];
                random.nextBytes(noise);
                for (var i = 0; i < noise.length; i++) {
                    noise[i] = noise[i] == '\n' || noise[i] == '{' ? 0 : noise[i];
                }
                yield noise;
            }
        };
    }

    @Test
    void bytesThatAreNotUtf8AreReplacedInTheirLineOnly() throws IOException {
        var bad = line(Rollouts.agent("caf#"));
        for (var i = 0; i < bad.length; i++) {
            bad[i] = bad[i] == '#' ? (byte) 0xe9 : bad[i];
        }
        var content = new ByteArrayOutputStream();
        content.writeBytes(line(Rollouts.meta()));
        content.writeBytes(bad);
        content.writeBytes(line(Rollouts.agent("é")));
        var file = file(content.toByteArray());
        assertThat(items(file)).containsExactly(Rollouts.meta(), Rollouts.agent("caf\ufffd"), Rollouts.agent("é"));
        assertThat(RolloutReader.read(file, _ -> {}).repaired()).isEqualTo(1);
    }

    @Test
    void aRecordBehindAFragmentOnOneLineIsFound() throws IOException {
        var content = new ByteArrayOutputStream();
        var first = line(Rollouts.agent("says {\"timestamp\":"));
        content.write(first, 0, first.length - 20);
        content.writeBytes(line(Rollouts.started("t")));
        var whole = line(Rollouts.user("whole"));
        content.write(whole, 0, whole.length - 1);
        content.writeBytes(line(Rollouts.agent("glued")));
        var file = file(content.toByteArray());
        assertThat(items(file)).containsExactly(Rollouts.started("t"), Rollouts.user("whole"), Rollouts.agent("glued"));
        assertThat(RolloutReader.read(file, _ -> {}).salvaged()).isEqualTo(3);
    }

    @Test
    void linesLongerThanTheBufferAreReadAndTooLongOnesSkipped() throws IOException {
        var max = 700_000;
        for (var excess : List.of(-500, 1, 300_000, 2_000_000)) {
            var large = Rollouts.agent("x".repeat(max + excess));
            var content = new ByteArrayOutputStream();
            content.writeBytes(line(Rollouts.meta()));
            content.writeBytes(line(large));
            content.writeBytes(line(Rollouts.user("after")));
            content.writeBytes(line(large));
            var expected = excess < 0
                    ? List.of(Rollouts.meta(), large, Rollouts.user("after"), large)
                    : List.of(Rollouts.meta(), Rollouts.user("after"));
            var read = new ArrayList<RolloutItem>();
            try (var reader = new RolloutReader(new ByteArrayInputStream(content.toByteArray()), 1, max)) {
                for (var line = reader.next(); line != null; line = reader.next()) {
                    read.add(line.parse());
                }
                assertThat(read.equals(expected)).as("%s above", excess).isTrue();
                assertThat(reader.report()).isEqualTo(new ReadReport(4, expected.size(), 4 - expected.size(), 0, 0));
            }
        }
    }

    /** A tool item that is too long does not take the line behind it along. */
    @Test
    void whatFollowsATooLongToolItemIsRead() throws IOException {
        var max = 300_000;
        var tool = new ResponseItem(
                RawJson.of("{\"type\":\"function_call_output\",\"output\":\"" + "x".repeat(2 * max) + "\"}"));
        var content = new ByteArrayOutputStream();
        content.writeBytes(line(tool));
        content.writeBytes(line(Rollouts.user("after")));
        content.writeBytes(line(Rollouts.agent("last")));
        var read = new ArrayList<RolloutItem>();
        try (var reader = new RolloutReader(new ByteArrayInputStream(content.toByteArray()), 1 << 20, max)) {
            reader.withoutModelItems();
            for (var line = reader.next(); line != null; line = reader.next()) {
                read.add(line.parse());
            }
        }
        assertThat(read).containsExactly(Rollouts.user("after"), Rollouts.agent("last"));
    }

    @Test
    void compressedRolloutsReadAlikeAndPlainOnesComeFirst() throws IOException {
        var plain = folder.resolve("rollout-x.jsonl");
        Files.write(RolloutPaths.compressed(plain), Zstd.compress(line(Rollouts.user("compressed"))));
        assertThat(items(plain)).containsExactly(Rollouts.user("compressed"));
        assertThat(items(RolloutPaths.compressed(plain))).containsExactly(Rollouts.user("compressed"));
        Files.write(plain, line(Rollouts.user("plain")));
        assertThat(items(RolloutPaths.compressed(plain))).containsExactly(Rollouts.user("plain"));
    }

    @Test
    void whatIsNotThereCannotBeRead() {
        assertThatThrownBy(() -> RolloutReader.open(folder.resolve("none.jsonl")))
                .isInstanceOf(NoSuchFileException.class);
        assertThatThrownBy(() -> RolloutReader.open(folder)).isInstanceOf(IOException.class);
    }

    @Test
    void headScanFindsIdentityAndFirstUserMessage() throws IOException {
        var content = new ByteArrayOutputStream();
        content.writeBytes("garbage\n".getBytes(StandardCharsets.UTF_8));
        content.writeBytes(line(Rollouts.meta()));
        content.writeBytes(line(Rollouts.user("  ")));
        for (var i = 0; i < 200; i++) {
            content.writeBytes(line(Rollouts.said("assistant", "a")));
        }
        content.writeBytes(line(Rollouts.user("# Context\n## My request for Codex:\n do it \n")));
        var summary = HeadScan.scan(file(content.toByteArray()));
        assertThat(summary).isNotNull();
        assertThat(summary.meta())
                .usingRecursiveComparison()
                .ignoringFields("baseInstructions")
                .isEqualTo(Rollouts.meta());
        assertThat(summary.meta().baseInstructions()).isNull();
        assertThat(summary.preview()).isEqualTo("do it");
        assertThat(summary.firstUserMessage()).isEqualTo("do it");
    }

    @Test
    void headScanStopsLooking() throws IOException {
        var content = new ByteArrayOutputStream();
        content.writeBytes(line(Rollouts.meta()));
        for (var i = 0; i < 210; i++) {
            content.writeBytes(line(Rollouts.said("assistant", "a")));
        }
        content.writeBytes(line(Rollouts.user("too late")));
        var summary = HeadScan.scan(file(content.toByteArray()));
        assertThat(summary).isNotNull();
        assertThat(summary.preview()).isNull();

        assertThat(HeadScan.scan(file(("[]\n".repeat(20) + new String(line(Rollouts.meta()), StandardCharsets.UTF_8))
                        .getBytes(StandardCharsets.UTF_8))))
                .isNull();
    }

    @Test
    void metaHasToComeBeforeTheConversation() throws IOException {
        var meta = new String(line(Rollouts.meta()), StandardCharsets.UTF_8);
        var said = new String(line(Rollouts.said("user", "x")), StandardCharsets.UTF_8);
        var event = new String(line(Rollouts.user("x")), StandardCharsets.UTF_8);
        assertThat(HeadScan.readMeta(file((event + meta).getBytes(StandardCharsets.UTF_8))))
                .isEqualTo(Rollouts.meta());
        assertThat(HeadScan.readMeta(file((said + meta).getBytes(StandardCharsets.UTF_8))))
                .isNull();
    }

    @Test
    void anEventWithoutItsEssentialsIsUnknown() throws IOException {
        var file = file("{\"timestamp\":\"t\",\"type\":\"event_msg\",\"payload\":{\"type\":\"agent_message\"}}\n"
                .getBytes(StandardCharsets.UTF_8));
        assertThat(items(file)).singleElement().isInstanceOf(RolloutEvent.UnknownEvent.class);
    }
}
