package dev.bobbin.rollout.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.github.luben.zstd.Zstd;
import dev.bobbin.rollout.Rollouts;
import dev.bobbin.rollout.line.LineBuffer;
import dev.bobbin.rollout.line.RawJson;
import dev.bobbin.rollout.line.ResponseItem;
import dev.bobbin.rollout.line.RolloutEncoder;
import dev.bobbin.rollout.line.RolloutItem;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RolloutWriterTest {
    @TempDir
    Path folder;

    private static List<RolloutItem> items(Path file) throws IOException {
        var items = new ArrayList<RolloutItem>();
        RolloutReader.read(file, line -> items.add(line.parse()));
        return items;
    }

    private static byte[] lines(List<RolloutItem> items) {
        var out = new LineBuffer(64);
        items.forEach(item -> RolloutEncoder.line(item, Rollouts.NOON.instant(), out));
        return out.toByteArray();
    }

    private static String mode(Path path) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
    }

    @Test
    void aNewRolloutIsPrivateAndHoldsItsFirstLine() throws IOException {
        var file = folder.resolve("sessions/2026/01/02/rollout-x.jsonl");
        try (var writer = RolloutWriter.create(file, Rollouts.meta(), Rollouts.NOON)) {
            writer.append(List.of(Rollouts.started("t"), Rollouts.user("hi")), Rollouts.NOON);
            writer.sync();
            assertThat(items(file)).containsExactly(Rollouts.meta(), Rollouts.started("t"), Rollouts.user("hi"));
        }
        assertThat(mode(file)).isEqualTo("rw-------");
        assertThat(mode(folder.resolve("sessions"))).isEqualTo("rwx------");
        assertThat(mode(file.getParent())).isEqualTo("rwx------");
        assertThatThrownBy(() -> RolloutWriter.create(file, Rollouts.meta(), Rollouts.NOON))
                .isInstanceOf(FileAlreadyExistsException.class);
    }

    /** Wherever a crash cut the file, everything whole stays readable and so does what is appended. */
    @Test
    void anyTornTailIsEndedBeforeTheNextAppend() throws IOException {
        var seed = Rollouts.seed();
        var random = new Random(seed);
        List<RolloutItem> before = List.of(
                Rollouts.meta(), Rollouts.started("t"), Rollouts.user("grüße \ud83d\ude00"), Rollouts.agent("ende"));
        var whole = lines(before);
        for (var round = 0; round < 150; round++) {
            var cut = random.nextInt(whole.length + 1);
            var file = Files.write(folder.resolve("rollout-" + round + ".jsonl"), java.util.Arrays.copyOf(whole, cut));
            var readable = items(file);
            try (var writer = RolloutWriter.openForAppend(file)) {
                writer.append(List.of(Rollouts.user("after")), Rollouts.NOON);
            }
            readable.add(Rollouts.user("after"));
            assertThat(items(file)).as("seed %s, cut at %s", seed, cut).isEqualTo(readable);
            var content = Files.readAllBytes(file);
            assertThat(new String(content, StandardCharsets.UTF_8).getBytes(StandardCharsets.UTF_8))
                    .as("seed %s, cut at %s: every byte is UTF-8", seed, cut)
                    .isEqualTo(content);
        }
    }

    @Test
    void aWholeLastRecordGetsItsNewlineAndAFragmentALineOfItsOwn() throws IOException {
        var whole = lines(List.of(Rollouts.meta(), Rollouts.agent("a")));
        var file = Files.write(folder.resolve("a.jsonl"), java.util.Arrays.copyOf(whole, whole.length - 1));
        assertThat(TornTail.repair(file)).isEqualTo(TornTail.COMPLETED);
        assertThat(Files.readAllBytes(file)).isEqualTo(whole);
        assertThat(TornTail.repair(file)).isEqualTo(TornTail.WHOLE);

        Files.write(file, java.util.Arrays.copyOf(whole, whole.length - 9));
        assertThat(TornTail.repair(file)).isEqualTo(TornTail.FENCED);
        assertThat(Files.size(file)).isEqualTo(whole.length - 8);
        assertThat(items(file)).containsExactly(Rollouts.meta());

        Files.write(file, new byte[] {(byte) 0xe2, (byte) 0x82});
        assertThat(TornTail.repair(file)).isEqualTo(TornTail.FENCED);
        assertThat(Files.size(file)).isZero();
    }

    @Test
    void aCompressedRolloutBecomesPlainBeforeTheAppend() throws IOException {
        var plain = folder.resolve("rollout-x.jsonl");
        var compressed = RolloutPaths.compressed(plain);
        Files.write(compressed, Zstd.compress(lines(List.of(Rollouts.meta()))));
        Files.setPosixFilePermissions(compressed, PosixFilePermissions.fromString("rw-r-----"));
        try (var writer = RolloutWriter.openForAppend(compressed)) {
            assertThat(writer.path()).isEqualTo(plain);
            writer.append(List.of(Rollouts.user("hi")), Rollouts.NOON);
        }
        assertThat(items(plain)).containsExactly(Rollouts.meta(), Rollouts.user("hi"));
        assertThat(mode(plain)).isEqualTo("rw-r-----");
        try (var left = Files.list(folder)) {
            assertThat(left).containsExactly(plain);
        }
    }

    @Test
    void aDamagedCompressedRolloutIsLeftAlone() throws IOException {
        var plain = folder.resolve("rollout-x.jsonl");
        var compressed = RolloutPaths.compressed(plain);
        var bytes = Zstd.compress(lines(List.of(Rollouts.meta(), Rollouts.agent("text ".repeat(1000)))));
        Files.write(compressed, java.util.Arrays.copyOf(bytes, bytes.length - 7));
        assertThatThrownBy(() -> RolloutWriter.openForAppend(plain)).isInstanceOf(IOException.class);
        try (var left = Files.list(folder)) {
            assertThat(left).containsExactly(compressed);
        }
    }

    @Test
    void aRemovedFileIsNoticedAndCanBeRestored() throws IOException {
        var file = folder.resolve("sessions/rollout-x.jsonl");
        try (var writer = RolloutWriter.create(file, Rollouts.meta(), Rollouts.NOON)) {
            Files.delete(file);
            Files.delete(file.getParent());
            assertThatThrownBy(() -> writer.append(List.of(Rollouts.user("hi")), Rollouts.NOON))
                    .isInstanceOf(RolloutGoneException.class);
            writer.restore();
            writer.append(List.of(Rollouts.user("hi")), Rollouts.NOON);
            assertThat(items(file)).containsExactly(Rollouts.meta(), Rollouts.user("hi"));
        }
    }

    @Test
    void aReplacedFileIsNotWrittenTo() throws IOException {
        var file = folder.resolve("rollout-x.jsonl");
        try (var writer = RolloutWriter.create(file, Rollouts.meta(), Rollouts.NOON)) {
            Files.move(file, folder.resolve("moved.jsonl"));
            Files.writeString(file, "other\n");
            assertThatThrownBy(() -> writer.append(List.of(Rollouts.user("hi")), Rollouts.NOON))
                    .isInstanceOf(RolloutGoneException.class);
            assertThatThrownBy(writer::restore).isInstanceOf(RolloutGoneException.class);
            assertThat(file).content().isEqualTo("other\n");
        }
    }

    @Test
    void aBatchWithTextThatIsNotJsonIsRefusedWhole() throws IOException {
        var file = folder.resolve("rollout-x.jsonl");
        try (var writer = RolloutWriter.create(file, Rollouts.meta(), Rollouts.NOON)) {
            assertThatThrownBy(() -> writer.append(
                            List.of(Rollouts.user("hi"), new ResponseItem(RawJson.of("{\"broken"))), Rollouts.NOON))
                    .isInstanceOf(IllegalArgumentException.class);
            writer.append(List.of(Rollouts.user("next")), Rollouts.NOON);
        }
        assertThat(items(file)).containsExactly(Rollouts.meta(), Rollouts.user("next"));
    }

    @Test
    void interruptsDoNotCloseTheFile() throws IOException {
        var file = folder.resolve("rollout-x.jsonl");
        try (var writer = RolloutWriter.create(file, Rollouts.meta(), Rollouts.NOON)) {
            Thread.currentThread().interrupt();
            writer.append(List.of(Rollouts.user("a")), Rollouts.NOON);
            writer.sync();
            assertThat(Thread.interrupted()).isTrue();
            writer.append(List.of(Rollouts.user("b")), Rollouts.NOON);
        }
        assertThat(items(file)).containsExactly(Rollouts.meta(), Rollouts.user("a"), Rollouts.user("b"));
    }

    @Test
    void onlyAnExistingRolloutIsReopened() {
        assertThatThrownBy(() -> RolloutWriter.openForAppend(folder.resolve("none.jsonl")))
                .isInstanceOf(NoSuchFileException.class);
    }
}
