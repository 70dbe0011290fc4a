package dev.bobbin.threadstore.local;

import static dev.bobbin.threadstore.TestItems.id;
import static dev.bobbin.threadstore.TestItems.userMessage;
import static org.assertj.core.api.Assertions.assertThat;

import dev.bobbin.protocol.wire.Patch;
import dev.bobbin.threadstore.GitPatch;
import dev.bobbin.threadstore.ListThreads;
import dev.bobbin.threadstore.LiveThread;
import dev.bobbin.threadstore.MetadataPatch;
import dev.bobbin.threadstore.ReadThread;
import dev.bobbin.threadstore.ResumeThread;
import dev.bobbin.threadstore.TestClock;
import dev.bobbin.threadstore.TestItems;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The shared index: right when it works, and no trouble when it does not. */
class StateDatabaseTest {
    private static final Duration DEADLINE = Duration.ofSeconds(20);

    @TempDir
    Path home;

    private final TestClock clock = new TestClock();

    private Path file() {
        return home.resolve("state_5.sqlite");
    }

    private Connection connect() throws SQLException {
        return DriverManager.getConnection("jdbc:sqlite:" + file());
    }

    private List<String> rows(String query) throws SQLException {
        var found = new ArrayList<String>();
        try (var connection = connect();
                var statement = connection.createStatement();
                var rows = statement.executeQuery(query)) {
            while (rows.next()) {
                found.add(rows.getString(1));
            }
        }
        return found;
    }

    private int listed(LocalThreadStore store) {
        return store.listThreads(ListThreads.newest(100)).threads().size();
    }

    /** Lists until the rows are there: what is written behind has no end to wait for. */
    private void awaitRows(LocalThreadStore store, int count) throws SQLException {
        var end = System.nanoTime() + DEADLINE.toNanos();
        while (System.nanoTime() < end) {
            listed(store);
            if (Files.exists(file()) && hasRows(count)) {
                return;
            }
            Thread.onSpinWait();
        }
        assertThat(rows("SELECT id FROM threads")).hasSize(count);
    }

    private boolean hasRows(int count) {
        try {
            return rows("SELECT id FROM threads").size() == count;
        } catch (SQLException e) {
            return false;
        }
    }

    @Test
    void whatIsStoredHasARowThatOtherProgramsUnderstand() throws SQLException {
        try (var store = Homes.open(home, clock)) {
            Homes.stored(store, 1, "hello");
            Homes.stored(store, 2, "other");
            store.updateThreadMetadata(id(1), MetadataPatch.named("Name"), false);
            store.archiveThread(id(2));
        }
        assertThat(rows("SELECT title || '/' || first_user_message || '/' || preview FROM threads WHERE archived = 0"))
                .containsExactly("Name/hello/hello");
        assertThat(rows("SELECT rollout_path FROM threads WHERE archived = 1 AND archived_at IS NOT NULL"))
                .singleElement()
                .asString()
                .contains("/archived_sessions/");
        assertThat(rows("SELECT count(*) FROM _sqlx_migrations WHERE success")).containsExactly("35");
        assertThat(rows("SELECT status FROM backfill_state")).containsExactly("pending");
        assertThat(rows("PRAGMA journal_mode")).containsExactly("wal");
        assertThat(rows("PRAGMA auto_vacuum")).containsExactly("2");
        assertThat(rows("PRAGMA integrity_check")).containsExactly("ok");
    }

    @Test
    void aHomeThatNobodyIndexedIsIndexedInTheBackground() throws IOException, SQLException {
        for (var n = 1; n <= 30; n++) {
            Homes.copyIn(home, n, "question " + n);
        }
        try (var store = Homes.open(home, clock)) {
            assertThat(listed(store)).isEqualTo(30);
            awaitRows(store, 30);
        }
    }

    @Test
    void anExplicitTitleOfAnotherProgramStays() throws SQLException {
        try (var store = Homes.open(home, clock)) {
            Homes.stored(store, 1, "hello");
        }
        try (var connection = connect();
                var statement = connection.createStatement()) {
            statement.executeUpdate("UPDATE threads SET title = 'Theirs'");
        }
        try (var store = Homes.open(home, clock);
                var live = LiveThread.resume(store, new ResumeThread(id(1), null, false), clock, _ -> true)) {
            live.commit();
            live.append(List.of(userMessage("again")));
        }
        assertThat(rows("SELECT title FROM threads")).containsExactly("Theirs");
        try (var store = Homes.open(home, clock)) {
            assertThat(store.listThreads(ListThreads.newest(1))
                            .threads()
                            .getFirst()
                            .name())
                    .isEqualTo("Theirs");
        }
    }

    @Test
    void aDatabaseDeletedUnderTheServerIsMadeAnew() throws IOException, SQLException {
        try (var store = Homes.open(home, clock)) {
            for (var n = 1; n <= 5; n++) {
                Homes.stored(store, n, "question " + n);
            }
            awaitRows(store, 5);
            for (var suffix : List.of("", "-wal", "-shm")) {
                Files.deleteIfExists(home.resolve("state_5.sqlite" + suffix));
            }
            assertThat(listed(store)).isEqualTo(5);
            awaitRows(store, 5);
            Homes.stored(store, 6, "question 6");
            awaitRows(store, 6);
        }
    }

    @Test
    void aDamagedDatabaseIsMovedAsideAndMadeAnew() throws IOException, SQLException {
        Files.createDirectories(home);
        Files.writeString(file(), "this is not a database, and never was one".repeat(200));
        try (var store = Homes.open(home, clock)) {
            Homes.stored(store, 1, "hello");
            assertThat(listed(store)).isEqualTo(1);
            awaitRows(store, 1);
        }
        try (var files = Files.list(home)) {
            assertThat(files.filter(path -> path.toString().contains(".damaged-")))
                    .isNotEmpty();
        }
    }

    @Test
    void anUnknownSchemaIsLeftAlone() throws IOException, SQLException {
        try (var connection = connect();
                var statement = connection.createStatement()) {
            statement.executeUpdate("CREATE TABLE threads (id TEXT)");
        }
        var before = Files.readAllBytes(file());
        try (var store = Homes.open(home, clock)) {
            Homes.stored(store, 1, "hello");
            store.updateThreadMetadata(id(1), MetadataPatch.named("N"), false);
            assertThat(listed(store)).isEqualTo(1);
            assertThat(store.readThread(new ReadThread(id(1), false)).name()).isEqualTo("N");
        }
        assertThat(Files.readAllBytes(file())).isEqualTo(before);
    }

    @Test
    void aDatabaseFromTheFutureIsUsedForWhatIsKnownOfIt() throws SQLException {
        try (var store = Homes.open(home, clock)) {
            Homes.stored(store, 1, "hello");
        }
        try (var connection = connect();
                var statement = connection.createStatement()) {
            statement.executeUpdate("INSERT INTO _sqlx_migrations VALUES (36, 'more', '2030-01-01', 1, x'00', 1)");
            statement.executeUpdate("ALTER TABLE threads ADD COLUMN colour TEXT NOT NULL DEFAULT 'blue'");
        }
        try (var store = Homes.open(home, clock)) {
            Homes.stored(store, 2, "later");
        }
        assertThat(rows("SELECT colour FROM threads")).containsExactly("blue", "blue");
    }

    /** The number in byte 18 of a database says who may write it; readers go by the next. */
    @Test
    void aDatabaseThatMayOnlyBeReadFailsNothingAndIsWrittenOnceItMayBe() throws IOException, SQLException {
        try (var store = Homes.open(home, clock)) {
            Homes.stored(store, 1, "hello");
        }
        writeVersion(3, 1);
        try (var store = Homes.open(home, clock)) {
            useWhileLocked(store);
            assertThat(rows("SELECT id FROM threads")).containsExactly(id(1));
            writeVersion(2, 2);
            awaitRows(store, 2);
        }
        assertThat(rows("SELECT git_branch FROM threads WHERE id = '" + id(1) + "'"))
                .containsExactly("b");
    }

    private void writeVersion(int write, int read) throws IOException {
        try (var database = new RandomAccessFile(file().toFile(), "rw")) {
            database.seek(18);
            database.write(write);
            database.write(read);
        }
    }

    @Test
    void aThreadThatWasOnlyStartedHasADatabaseToBeLookedForIn() throws SQLException {
        try (var store = Homes.open(home, clock);
                var live = LiveThread.create(store, TestItems.create(id(1), Homes.START), clock)) {
            var end = System.nanoTime() + DEADLINE.toNanos();
            while (!Files.exists(file()) && System.nanoTime() < end) {
                Thread.onSpinWait();
            }
            assertThat(rows("SELECT id FROM threads")).isEmpty();
            assertThat(live.threadId()).isEqualTo(id(1));
        }
    }

    @Test
    void aLockHeldByAnotherWriterFailsNothing() throws SQLException {
        try (var store = Homes.open(home, clock)) {
            Homes.stored(store, 1, "hello");
            awaitRows(store, 1);
            try (var other = connect();
                    var statement = other.createStatement()) {
                statement.executeUpdate("BEGIN IMMEDIATE");
                useWhileLocked(store);
                statement.executeUpdate("ROLLBACK");
            }
            awaitRows(store, 2);
        }
        assertThat(rows("SELECT git_branch FROM threads WHERE id = '" + id(1) + "'"))
                .containsExactly("b");
    }

    @Test
    void aDatabaseLockedWholeFailsNothing() throws SQLException {
        try (var store = Homes.open(home, clock)) {
            Homes.stored(store, 1, "hello");
        }
        try (var store = Homes.open(home, clock)) {
            try (var other = connect();
                    var statement = other.createStatement()) {
                statement.execute("PRAGMA locking_mode = EXCLUSIVE");
                statement.executeUpdate("BEGIN EXCLUSIVE");
                useWhileLocked(store);
                statement.executeUpdate("ROLLBACK");
            }
            awaitRows(store, 2);
        }
    }

    private void useWhileLocked(LocalThreadStore store) {
        Homes.stored(store, 2, "while locked");
        store.updateThreadMetadata(id(1), MetadataPatch.named("N"), false);
        store.updateThreadMetadata(
                id(1), MetadataPatch.git(new GitPatch(Patch.keep(), Patch.set("b"), Patch.keep())), false);
        assertThat(listed(store)).isEqualTo(2);
        assertThat(store.readThread(new ReadThread(id(1), false)).name()).isEqualTo("N");
    }

    @Test
    void aPathThatCannotBeADatabaseFailsNothing() throws IOException {
        Files.createDirectories(file());
        try (var store = Homes.open(home, clock)) {
            Homes.stored(store, 1, "hello");
            assertThat(listed(store)).isEqualTo(1);
            assertThat(store.readThread(new ReadThread(id(1), false)).preview()).isEqualTo("hello");
        }
    }

    @Test
    void theRowOfAThreadWhoseFileIsAwayForAMomentStays() throws IOException, SQLException {
        try (var store = Homes.open(home, clock)) {
            Homes.stored(store, 1, "hello");
            Homes.stored(store, 2, "other");
            store.updateThreadMetadata(
                    id(1), MetadataPatch.git(new GitPatch(Patch.keep(), Patch.set("b"), Patch.keep())), false);
            awaitRows(store, 2);
            var away = Files.move(Homes.file(home, 1), home.resolve("away.jsonl"));
            assertThat(listed(store)).isEqualTo(1);
            Homes.stored(store, 3, "written meanwhile");
            awaitRows(store, 3);
            Files.move(away, Homes.file(home, 1));
            assertThat(listed(store)).isEqualTo(3);
        }
        assertThat(rows("SELECT git_branch FROM threads WHERE id = '" + id(1) + "'"))
                .containsExactly("b");
    }

    @Test
    void aDeletedThreadLosesItsRow() throws SQLException {
        try (var store = Homes.open(home, clock)) {
            Homes.stored(store, 1, "hello");
            Homes.stored(store, 2, "other");
            awaitRows(store, 2);
            store.deleteThread(id(1));
        }
        assertThat(rows("SELECT id FROM threads")).containsExactly(id(2));
    }
}
