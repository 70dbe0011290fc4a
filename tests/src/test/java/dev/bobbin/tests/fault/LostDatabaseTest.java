package dev.bobbin.tests.fault;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bobbin.protocol.method.ClientMethods;
import dev.bobbin.tests.harness.CopiedRollouts;
import dev.bobbin.tests.harness.TestAppServer;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The index is gone, locked or somebody else's: the server works on, from rollouts. */
class LostDatabaseTest {
    private static final int WRITE_VERSION_AT = 18;
    private static final int WRITTEN_BY_NOBODY = 3;

    @TempDir
    Path folder;

    @RegisterExtension
    final Complaints complaints = new Complaints("dev.bobbin.threadstore.local");

    @Test
    void deletedUnderARunningServer() throws Exception {
        try (var server = serverWithOneTurn()) {
            awaitDatabase(server);
            for (var name : new String[] {"state_5.sqlite", "state_5.sqlite-wal", "state_5.sqlite-shm"}) {
                Files.deleteIfExists(server.home().resolve(name));
            }
            assertEverythingWorks(server);
        }
        assertThat(complaints.heard()).singleElement().asString().contains("was removed");
    }

    @Test
    void lockedUnderARunningServer() throws Exception {
        try (var server = serverWithOneTurn()) {
            awaitDatabase(server);
            try (var connection = DriverManager.getConnection("jdbc:sqlite:" + database());
                    var sql = connection.createStatement()) {
                sql.execute("BEGIN EXCLUSIVE");
                assertEverythingWorks(server);
            }
        }
        assertThat(complaints.heard()).hasSizeLessThanOrEqualTo(1);
    }

    @Test
    void lockedBeforeTheServerStarts() throws Exception {
        Files.createDirectories(folder.resolve("home"));
        try (var connection = DriverManager.getConnection("jdbc:sqlite:" + database());
                var sql = connection.createStatement()) {
            sql.execute("CREATE TABLE held (id INTEGER)");
            sql.execute("BEGIN EXCLUSIVE");
            try (var server = serverWithOneTurn()) {
                assertEverythingWorks(server);
            }
        }
        assertThat(complaints.heard()).singleElement().asString().contains("working from rollouts");
    }

    @ParameterizedTest
    @ValueSource(strings = {"garbage", "SQLite format 3\0 and then nothing"})
    void corruptBeforeTheServerStarts(String content) throws Exception {
        Files.createDirectories(folder.resolve("home"));
        Files.writeString(database(), content);
        try (var server = serverWithOneTurn()) {
            assertEverythingWorks(server);
        }
        assertThat(complaints.heard()).singleElement().asString().contains("is damaged; moved it to");
    }

    @Test
    void somebodyElsesIsLeftAlone() throws Exception {
        Files.createDirectories(folder.resolve("home"));
        try (var connection = DriverManager.getConnection("jdbc:sqlite:" + database());
                var sql = connection.createStatement()) {
            sql.execute("CREATE TABLE threads (id TEXT, theirs TEXT)");
            sql.execute("INSERT INTO threads VALUES ('x', 'kept')");
        }
        try (var server = serverWithOneTurn()) {
            assertEverythingWorks(server);
        }
        try (var connection = DriverManager.getConnection("jdbc:sqlite:" + database());
                var sql = connection.createStatement();
                var rows = sql.executeQuery("SELECT * FROM threads")) {
            assertThat(rows.next()).isTrue();
            assertThat(complaints.heard()).singleElement().asString().contains("it is left alone");
            assertThat(rows.getString("theirs")).isEqualTo("kept");
            assertThat(rows.next()).isFalse();
        } catch (SQLException e) {
            throw new AssertionError("the database was replaced", e);
        }
    }

    @Test
    void thatMayOnlyBeReadIsSaidOnce() throws Exception {
        try (var server = serverWithOneTurn()) {
            awaitDatabase(server);
        }
        try (var file = new RandomAccessFile(database().toFile(), "rw")) {
            file.seek(WRITE_VERSION_AT);
            file.write(WRITTEN_BY_NOBODY);
        }
        try (var server =
                TestAppServer.in(folder).modelSays("one").modelSays("two").start()) {
            assertEverythingWorks(server);
        }
        assertThat(complaints.heard()).singleElement().asString().contains("working from rollouts");
    }

    @Test
    void twoThousandRolloutsAreListedWithTheDatabaseLockedAndThenDeleted() throws Exception {
        try (var server = TestAppServer.in(folder).modelSays("yes").start()) {
            server.runTurn(server.startThread(), "go");
            awaitDatabase(server);
            var rollouts = new CopiedRollouts(server.home());
            try (var connection = DriverManager.getConnection("jdbc:sqlite:" + database());
                    var sql = connection.createStatement()) {
                sql.execute("BEGIN EXCLUSIVE");
                for (var i = 0; i < 2_000; i++) {
                    rollouts.add(i, Instant.parse("2026-03-04T12:00:00Z").plusSeconds(i), "copied");
                }
                assertThat(count(server)).isEqualTo(2_001);
            }
            Files.delete(database());
            assertThat(count(server)).isEqualTo(2_001);
        }
    }

    private static int count(TestAppServer server) {
        var params = new HashMap<String, Object>(Map.of("modelProviders", List.of(), "limit", 100));
        var count = 0;
        while (true) {
            var page = server.call(ClientMethods.THREAD_LIST, params);
            count += page.path("data").size();
            if (page.path("nextCursor").isNull()) {
                return count;
            }
            params.put("cursor", page.path("nextCursor").asText());
        }
    }

    private Path database() {
        return folder.resolve("home").resolve("state_5.sqlite");
    }

    private TestAppServer serverWithOneTurn() throws Exception {
        new CopiedRollouts(folder.resolve("home")).add(0, Instant.parse("2026-03-04T12:00:00Z"), "copied");
        return TestAppServer.in(folder).modelSays("one").modelSays("two").start();
    }

    /** Until the copied thread has its row: a list is what brings a new database about, and nobody waits for it. */
    private void awaitDatabase(TestAppServer server) throws SQLException {
        server.call(ClientMethods.THREAD_LIST, Map.of());
        var end = System.nanoTime() + TestAppServer.LIMIT.toNanos();
        while (!Files.exists(database()) && System.nanoTime() < end) {
            Thread.onSpinWait();
        }
        try (var connection = DriverManager.getConnection("jdbc:sqlite:" + database());
                var sql = connection.prepareStatement("SELECT 1 FROM threads")) {
            while (!isThere(sql) && System.nanoTime() < end) {
                Thread.onSpinWait();
            }
        }
    }

    private static boolean isThere(PreparedStatement sql) throws SQLException {
        try (var rows = sql.executeQuery()) {
            return rows.next();
        }
    }

    private static void assertEverythingWorks(TestAppServer server) {
        var thread = server.startThread();
        assertThat(server.runTurn(thread, "first").answer()).isEqualTo("one");
        var params = Map.of("threadId", thread.id());
        server.call(ClientMethods.THREAD_NAME_SET, Map.of("threadId", thread.id(), "name", "Named"));
        assertThat(server.call(ClientMethods.THREAD_LIST, Map.of("modelProviders", List.of()))
                        .path("data"))
                .hasSizeGreaterThanOrEqualTo(2);
        server.call(ClientMethods.THREAD_ARCHIVE, params);
        assertThat(server.call(ClientMethods.THREAD_LIST, Map.of("archived", true))
                        .at("/data/0/name")
                        .asText())
                .isEqualTo("Named");
        server.call(ClientMethods.THREAD_UNARCHIVE, params);
        server.resumeThread(thread.id());
        assertThat(server.runTurn(thread, "second").answer()).isEqualTo("two");
        server.call(ClientMethods.THREAD_READ, Map.of("threadId", thread.id(), "includeTurns", true));
    }
}
