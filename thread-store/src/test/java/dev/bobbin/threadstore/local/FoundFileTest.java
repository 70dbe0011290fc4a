package dev.bobbin.threadstore.local;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bobbin.rollout.file.RolloutName;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.LocalDateTime;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FoundFileTest {
    private static final String ID = "0198b7a0-0000-7000-8000-000000000001";

    private final HeadReader heads = new HeadReader("provider", new ThreadIndex());

    @TempDir
    private Path folder;

    @Test
    void whatIsGoneIsNoFile() {
        assertThat(found(folder, false).exists()).isFalse();
    }

    @Test
    void whatTheSystemRefusesToReadIsReadAgainThoughItDoesNotChange() {
        var found = found(folder.resolve("x".repeat(300)), false);
        assertThat(found.exists()).isTrue();
        assertThat(found.entry()).isNull();
        assertThat(found.modified()).isNull();
    }

    @Test
    void whatCannotBeDecompressedIsReadAgainWhenItHasChanged() throws IOException {
        var file = folder.resolve(name(true).fileName());
        Files.writeString(file, "no archive");
        Files.setLastModifiedTime(file, FileTime.fromMillis(1_000));
        var found = found(folder, true);
        assertThat(found.exists()).isTrue();
        assertThat(found.entry()).isNull();
        assertThat(found.modified()).isEqualTo(Files.getLastModifiedTime(file));
    }

    private FoundFile found(Path in, boolean compressed) {
        var name = name(compressed);
        return FoundFile.read(new IndexEntry.Place(in, name.fileName(), name, false), heads, new byte[1 << 12]);
    }

    private static RolloutName name(boolean compressed) {
        return new RolloutName(LocalDateTime.of(2026, 1, 2, 3, 4, 5), ID, compressed);
    }
}
