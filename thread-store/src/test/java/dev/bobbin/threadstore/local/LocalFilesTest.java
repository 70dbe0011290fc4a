package dev.bobbin.threadstore.local;

import static dev.bobbin.threadstore.TestItems.id;
import static dev.bobbin.threadstore.TestItems.userMessage;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.github.luben.zstd.Zstd;
import dev.bobbin.threadstore.ListThreads;
import dev.bobbin.threadstore.LiveThread;
import dev.bobbin.threadstore.MetadataPatch;
import dev.bobbin.threadstore.ReadHistory;
import dev.bobbin.threadstore.ReadThread;
import dev.bobbin.threadstore.ResumeThread;
import dev.bobbin.threadstore.SearchThreads;
import dev.bobbin.threadstore.SortKey;
import dev.bobbin.threadstore.StoredThread;
import dev.bobbin.threadstore.TestClock;
import dev.bobbin.threadstore.TestItems;
import dev.bobbin.threadstore.ThreadStoreException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What only files can do wrong. */
class LocalFilesTest {
    @TempDir
    Path temp;

    private Path home;
    private final TestClock clock = new TestClock();
    private LocalThreadStore store;

    @BeforeEach
    void open() throws IOException {
        home = temp.toRealPath().resolve("home");
        store = Homes.open(home, clock);
    }

    @AfterEach
    void close() {
        store.close();
    }

    private List<String> listed() {
        return store.listThreads(ListThreads.newest(100)).threads().stream()
                .map(StoredThread::threadId)
                .toList();
    }

    // Paths

    @Test
    void whatIsNoFileIsRefusedBeforeItIsOpened() throws IOException, InterruptedException {
        Files.createDirectories(home.resolve("dir"));
        assertRefused(home, home, "path is a directory");
        assertRefused(home.resolve("dir"), home.resolve("dir"), "path is a directory");
        assertRefused(Path.of("dir"), home.resolve("dir"), "path is a directory");
        assertRefused(Path.of("/dev/null"), Path.of("/dev/null"), "path is not a file");
        var fifo = home.resolve("fifo");
        assertThat(new ProcessBuilder("mkfifo", fifo.toString()).start().waitFor())
                .isZero();
        assertRefused(fifo, fifo, "path is not a file");
        assertRefused(Path.of("missing.jsonl"), home.resolve("missing.jsonl"), "file does not exist");
        Files.writeString(home.resolve("plain"), "x");
        assertRefused(home.resolve("plain/below"), home.resolve("plain/below"), "file does not exist");
        Files.createSymbolicLink(home.resolve("loop"), home.resolve("loop"));
        assertRefused(home.resolve("loop"), home.resolve("loop"), "file does not exist");
        Files.createSymbolicLink(home.resolve("dangling"), home.resolve("nowhere"));
        assertRefused(home.resolve("dangling"), home.resolve("dangling"), "file does not exist");
        Files.createSymbolicLink(home.resolve("to-dir"), home.resolve("dir"));
        assertRefused(home.resolve("to-dir"), home.resolve("to-dir"), "path is a directory");
    }

    private void assertRefused(Path path, Path shown, String why) {
        assertThatThrownBy(() -> store.readThreadByPath(path, false))
                .isInstanceOf(ThreadStoreException.InvalidRequest.class)
                .hasMessage("failed to resolve rollout path `" + shown + "`: " + why);
    }

    @Test
    void aFileWithoutSessionMetaIsNoThread() throws IOException {
        Files.createDirectories(home);
        for (var content : List.of("", "\n\n", "garbage\n", "{\"timestamp\":\"x\",\"type\":\"y\",\"payload\":{}}\n")) {
            var file = Files.writeString(home.resolve("odd.jsonl"), content);
            assertThatThrownBy(() -> store.readThreadByPath(file, false))
                    .isInstanceOf(ThreadStoreException.Internal.class)
                    .hasMessage("failed to read thread " + file + ": rollout at " + file + " is empty");
        }
    }

    @Test
    void aLinkIsFollowedAndTheFileBehindItShown() throws IOException {
        Homes.stored(store, 1, "hello");
        var link = Files.createSymbolicLink(temp.resolve("link.jsonl"), Homes.file(home, 1));
        assertThat(store.readThreadByPath(link, false).rolloutPath()).isEqualTo(Homes.file(home, 1));
    }

    @Test
    void archivedFilesAreFoundByPathIfAskedFor() {
        Homes.stored(store, 1, "hello");
        store.archiveThread(id(1));
        var path = requireNonNull(store.readThread(new ReadThread(id(1), true)).rolloutPath());
        assertThatThrownBy(() -> store.readThreadByPath(path, false)).hasMessage("thread " + id(1) + " is archived");
        assertThat(store.readThreadByPath(path, true).archived()).isTrue();
    }

    // Compressed files

    @Test
    void compressedThreadsAreListedReadSearchedAndResumed() throws IOException {
        var plain = Homes.copyIn(home, 1, "a hidden needle");
        var compressed = plain.resolveSibling(plain.getFileName() + ".zst");
        Files.write(compressed, Zstd.compress(Files.readAllBytes(plain)));
        Files.delete(plain);
        assertThat(listed()).containsExactly(id(1));
        assertThat(store.readThread(new ReadThread(id(1), false)).rolloutPath()).isEqualTo(plain);
        assertThat(store.readThreadByPath(plain, false).threadId()).isEqualTo(id(1));
        assertThat(store.searchThreads(new SearchThreads("NEEDLE", 5, null, SortKey.CREATED_AT, true, Set.of(), false))
                        .hits())
                .hasSize(1);
        try (var live = LiveThread.resume(store, new ResumeThread(id(1), null, false), clock, _ -> true)) {
            live.append(List.of(userMessage("more")));
        }
        assertThat(plain).exists();
        assertThat(compressed).doesNotExist();
        assertThat(listed()).containsExactly(id(1));
    }

    // Other programs

    @Test
    void filesThatAppearMoveAndVanishShowInTheNextList() throws IOException {
        for (var n = 1; n <= 40; n++) {
            Homes.copyIn(home, n, "question " + n);
        }
        assertThat(listed()).hasSize(40);
        var file = Homes.copyIn(home, 99, "new");
        assertThat(listed()).hasSize(41).first().isEqualTo(id(99));
        Files.delete(file);
        Files.delete(Homes.file(home, 5));
        assertThat(listed()).hasSize(39).doesNotContain(id(99), id(5));
        Files.createDirectories(home.resolve("archived_sessions"));
        Files.move(
                Homes.file(home, 6),
                home.resolve("archived_sessions").resolve(Homes.file(home, 6).getFileName()));
        assertThat(listed()).hasSize(38).doesNotContain(id(6));
        assertThat(store.readThread(new ReadThread(id(6), true)).archived()).isTrue();
    }

    @Test
    void aFileThatIsStillBeingWrittenIsListedOnceItCanBeRead() throws IOException {
        var file = Homes.copyIn(home, 1, "slowly");
        var content = Files.readString(file);
        Files.writeString(file, "");
        assertThat(listed()).isEmpty();
        Files.writeString(file, content.lines().findFirst().orElseThrow() + "\n");
        assertThat(listed()).isEmpty();
        Files.writeString(file, content);
        assertThat(listed()).containsExactly(id(1));
    }

    @Test
    void strangeNamesAndBrokenFilesAreLeftOut() throws IOException {
        var file = Homes.copyIn(home, 1, "hello");
        Files.writeString(file.resolveSibling("notes.txt"), "x");
        Files.writeString(file.resolveSibling("rollout-bad-name.jsonl"), "x");
        Files.writeString(Homes.file(home, 2), "broken\n");
        Files.createSymbolicLink(Homes.file(home, 3), file);
        Files.createDirectory(Homes.file(home, 4));
        assertThat(listed()).containsExactly(id(1));
    }

    @Test
    void anArchiveIsNeverWrittenOver() throws IOException {
        Homes.stored(store, 1, "live");
        var name = Homes.file(home, 1).getFileName();
        Files.createDirectories(home.resolve("archived_sessions"));
        var other = Files.writeString(home.resolve("archived_sessions").resolve(name), "other\n");
        assertThatThrownBy(() -> store.archiveThread(id(1)))
                .isInstanceOf(ThreadStoreException.Internal.class)
                .hasMessageContaining("is in the way");
        assertThat(other).hasContent("other");
        assertThat(Homes.file(home, 1)).exists();
    }

    @Test
    void aCopyOfTheSameInTheArchiveIsNotInTheWay() throws IOException {
        var file = Homes.copyIn(home, 1, "hello");
        var archive = Files.createDirectories(home.resolve("archived_sessions"));
        var copy = Files.copy(file, archive.resolve(file.getFileName()));
        store.archiveThread(id(1));
        assertThat(file).doesNotExist();
        assertThat(copy).exists();
        assertThat(store.unarchiveThread(id(1)).rolloutPath()).isEqualTo(file);
    }

    @Test
    void aFileDeletedUnderItsWriterComesBackWhole() throws IOException {
        try (var live = LiveThread.create(store, TestItems.create(id(1), Homes.START.plusSeconds(1)), clock)) {
            live.commit();
            live.append(List.of(userMessage("one")));
            Files.delete(Homes.file(home, 1));
            live.append(List.of(userMessage("two")));
        }
        var lines = new ArrayList<String>();
        store.readHistory(ReadHistory.of(id(1)), line -> lines.add(line.type()));
        assertThat(lines).hasSize(3);
    }

    @Test
    void whatADiskRefusesIsWrittenWhenItIsBack() throws IOException {
        Files.createDirectories(home);
        Files.writeString(home.resolve("sessions"), "in the way");
        try (var live = LiveThread.create(store, TestItems.create(id(1), Homes.START.plusSeconds(1)), clock)) {
            live.commit();
            assertThatThrownBy(() -> live.append(List.of(userMessage("one"))))
                    .isInstanceOf(ThreadStoreException.Internal.class)
                    .hasMessage("Not a directory (os error 20)");
            Files.delete(home.resolve("sessions"));
            live.append(List.of(userMessage("two")));
        }
        var lines = new ArrayList<String>();
        store.readHistory(
                ReadHistory.of(id(1)), line -> lines.add(line.payload().toString()));
        assertThat(lines).hasSize(3);
        assertThat(lines.get(1)).contains("one");
        assertThat(lines.get(2)).contains("two");
    }

    @Test
    void whatWasRefusedForGoodIsNotWrittenLater() throws IOException {
        var seen = new ArrayList<String>();
        try (var live = LiveThread.create(store, TestItems.create(id(2), Homes.START.plusSeconds(2)), clock)) {
            live.commit();
            var inTheWay = Homes.file(home, 2);
            Files.createDirectories(inTheWay);
            assertThatThrownBy(() -> live.append(List.of(userMessage("kept"))))
                    .isInstanceOf(ThreadStoreException.Internal.class);
            assertThatThrownBy(() -> live.appendNowOrNever(List.of(userMessage("refused"))))
                    .isInstanceOf(ThreadStoreException.Internal.class);
            Files.delete(inTheWay);
            live.append(List.of(userMessage("after")));
        }
        store.readHistory(ReadHistory.of(id(2)), line -> seen.add(line.payload().toString()));
        assertThat(seen).hasSize(3);
        assertThat(seen.get(1)).contains("kept");
        assertThat(seen.get(2)).contains("after");
    }

    // Names

    @Test
    void aTornNameIsEndedBeforeTheNextIsAppended() throws IOException {
        Homes.stored(store, 1, "hello");
        Files.writeString(
                home.resolve("session_index.jsonl"),
                "{\"id\":\"" + id(1) + "\",\"thread_name\":\"Old\",\"updated_at\":\"x\"}\n{\"id\":\"" + id(1)
                        + "\",\"thr");
        assertThat(store.readThread(new ReadThread(id(1), false)).name()).isEqualTo("Old");
        store.updateThreadMetadata(id(1), MetadataPatch.named("New"), false);
        assertThat(Files.readAllLines(home.resolve("session_index.jsonl"))).hasSize(3);
        try (var again = Homes.open(home, clock)) {
            assertThat(again.readThread(new ReadThread(id(1), false)).name()).isEqualTo("New");
        }
    }

    @Test
    void namesGivenByOthersShowAtOnce() throws IOException {
        Homes.stored(store, 1, "hello");
        store.updateThreadMetadata(id(1), MetadataPatch.named("Ours"), false);
        Files.writeString(
                home.resolve("session_index.jsonl"),
                "{\"id\":\"" + id(1) + "\",\"thread_name\":\"Theirs\",\"updated_at\":\"x\"}\n",
                StandardOpenOption.APPEND);
        assertThat(store.listThreads(ListThreads.newest(1)).threads().getFirst().name())
                .isEqualTo("Theirs");
    }

    @Test
    void aDeletedThreadLeavesNoNameBehind() throws IOException {
        Homes.stored(store, 1, "hello");
        Homes.stored(store, 2, "other");
        store.updateThreadMetadata(id(1), MetadataPatch.named("One"), false);
        store.updateThreadMetadata(id(2), MetadataPatch.named("Two"), false);
        store.deleteThread(id(1));
        assertThat(Files.readString(home.resolve("session_index.jsonl")))
                .doesNotContain(id(1))
                .contains("Two");
    }

    // Permissions

    @Test
    void whatIsMadeIsForItsOwnerOnly() throws IOException {
        Homes.stored(store, 1, "hello");
        store.updateThreadMetadata(id(1), MetadataPatch.named("One"), false);
        store.close();
        try (var all = Files.walk(home)) {
            for (var path : all.filter(path -> !path.equals(home)).toList()) {
                var mode = PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
                assertThat(mode).as("%s", path).isEqualTo(Files.isDirectory(path) ? "rwx------" : "rw-------");
            }
        }
    }
}
