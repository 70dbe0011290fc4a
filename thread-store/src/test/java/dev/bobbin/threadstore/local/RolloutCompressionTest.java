package dev.bobbin.threadstore.local;

import static dev.bobbin.threadstore.TestItems.id;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.bobbin.threadstore.ListThreads;
import dev.bobbin.threadstore.LiveThread;
import dev.bobbin.threadstore.ReadThread;
import dev.bobbin.threadstore.ResumeThread;
import dev.bobbin.threadstore.StoredThread;
import dev.bobbin.threadstore.TestClock;
import dev.bobbin.threadstore.TestItems;
import java.io.FileOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Old archived threads shrink and stay readable. */
class RolloutCompressionTest {
    @TempDir
    Path home;

    private final TestClock clock = new TestClock();
    private LocalThreadStore store;

    @BeforeEach
    void open() {
        store = Homes.open(home, clock);
    }

    @AfterEach
    void close() {
        store.close();
    }

    private Path archived(int n, Duration age) throws IOException {
        Homes.copyIn(home, n, "question " + n);
        store.archiveThread(id(n));
        var file = home.resolve("archived_sessions").resolve(Homes.file(home, n).getFileName());
        Files.setLastModifiedTime(file, FileTime.from(clock.instant().minus(age)));
        return file;
    }

    private static Path compressed(Path plain) {
        return plain.resolveSibling(plain.getFileName() + ".zst");
    }

    @Test
    void onlyOldArchivedThreadsAreCompressed() throws IOException {
        var old = archived(1, Duration.ofDays(8));
        var young = archived(2, Duration.ofDays(6));
        var live = Homes.copyIn(home, 3, "live");
        Files.setLastModifiedTime(live, FileTime.from(Instant.EPOCH));
        Files.setPosixFilePermissions(old, PosixFilePermissions.fromString("rw-r-----"));
        var modified = Files.getLastModifiedTime(old);

        store.compression().run();

        assertThat(old).doesNotExist();
        assertThat(young).exists();
        assertThat(live).exists();
        assertThat(Files.getLastModifiedTime(compressed(old))).isEqualTo(modified);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(compressed(old))))
                .isEqualTo("rw-r-----");
        assertThat(store.readThread(new ReadThread(id(1), true)).preview()).isEqualTo("question 1");
        store.unarchiveThread(id(1));
        assertThat(store.readThread(new ReadThread(id(1), false)).preview()).isEqualTo("question 1");
    }

    @Test
    void oneRunInSixHoursIsEnoughForAllPrograms() throws IOException {
        store.compression().run();
        var old = archived(1, Duration.ofDays(8));
        Files.setLastModifiedTime(
                home.resolve(".tmp/rollout-compression.lock"),
                FileTime.from(clock.instant().minus(Duration.ofHours(5))));
        store.compression().run();
        assertThat(old).exists();
        Files.setLastModifiedTime(
                home.resolve(".tmp/rollout-compression.lock"),
                FileTime.from(clock.instant().minus(Duration.ofHours(7))));
        store.compression().run();
        assertThat(compressed(old)).exists();
    }

    @Test
    void leftoversOfCrashedRunsAreRemoved() throws IOException {
        var file = archived(1, Duration.ofDays(1));
        var leftover = Files.writeString(file.resolveSibling("rollout-compress-1.tmp"), "x");
        var recent = Files.writeString(file.resolveSibling("rollout-compress-2.tmp"), "x");
        Files.setLastModifiedTime(leftover, FileTime.from(clock.instant().minus(Duration.ofHours(7))));
        Files.setLastModifiedTime(recent, FileTime.from(clock.instant()));
        store.compression().run();
        assertThat(leftover).doesNotExist();
        assertThat(recent).exists();
    }

    @Test
    void aThreadInUseIsLeftAlone() throws IOException {
        var old = archived(1, Duration.ofDays(8));
        try (var other = Homes.open(home, clock);
                var live = LiveThread.resume(other, new ResumeThread(id(1), null, true), clock, _ -> true)) {
            assertThat(live.threadId()).isEqualTo(id(1));
            store.compression().run();
        }
        assertThat(old).exists();
    }

    private Path idle(int n, Duration age) throws IOException {
        var file = Homes.copyIn(home, n, "question " + n);
        Files.setLastModifiedTime(file, FileTime.from(clock.instant().minus(age)));
        return file;
    }

    private RolloutCompression ofAll() {
        return new RolloutCompression(home, new WriterLocks(home, () -> "test"), clock, true);
    }

    @Test
    void idleThreadsAreCompressedWhereThatIsWantedAndPlainAgainBeforeTheyAreAppendedTo() throws IOException {
        assumeTrue(OpenFiles.areKnown());
        var old = idle(1, Duration.ofDays(8));
        var young = idle(2, Duration.ofDays(6));
        assertThat(store.listThreads(ListThreads.newest(10)).threads()).hasSize(2);

        ofAll().run();

        assertThat(old).doesNotExist();
        assertThat(young).exists();
        assertThat(store.listThreads(ListThreads.newest(10)).threads())
                .extracting(StoredThread::rolloutPath)
                .contains(old);
        try (var live = LiveThread.resume(store, new ResumeThread(id(1), null, false), clock, _ -> true)) {
            live.commit();
            live.append(List.of(TestItems.userMessage("more")));
        }
        assertThat(compressed(old)).doesNotExist();
        assertThat(Files.readAllLines(old)).hasSize(3);
    }

    @Test
    void aFileThatAProgramWithoutLocksHasOpenStaysWhatItIs() throws IOException {
        assumeTrue(OpenFiles.areKnown());
        var old = idle(1, Duration.ofDays(8));
        var key = Files.readAttributes(old, BasicFileAttributes.class).fileKey();
        try (var other = new FileOutputStream(old.toFile(), true)) {
            ofAll().run();
            other.write("{}\n".getBytes(StandardCharsets.UTF_8));
        }
        assertThat(Files.readAttributes(old, BasicFileAttributes.class).fileKey())
                .isEqualTo(key);
        assertThat(Files.readAllLines(old)).hasSize(3);
        assertThat(compressed(old)).doesNotExist();
        try (var files = Files.list(old.getParent())) {
            assertThat(files).containsExactly(old);
        }
    }
}
