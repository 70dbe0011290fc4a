package dev.bobbin.tests.fault;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bobbin.protocol.method.ClientMethods;
import dev.bobbin.tests.harness.CopiedRollouts;
import dev.bobbin.tests.harness.TestAppServer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The index is gone, locked or somebody else's: the server works on, from rollouts. */
class LostDatabaseTest {
    @TempDir
    Path folder;

    @Test
    void deletedUnderARunningServer() throws Exception {
        try (var server = serverWithOneTurn()) {
            for (var name : new String[] {"state_5.sqlite", "state_5.sqlite-wal", "state_5.sqlite-shm"}) {
                Files.deleteIfExists(server.home().resolve(name));
            }
            assertEverythingWorks(server);
        }
    }

    @Test
    void lockedUnderARunningServer() throws Exception {
        try (var server = serverWithOneTurn();
                var connection = DriverManager.getConnection("jdbc:sqlite:" + database());
                var sql = connection.createStatement()) {
            sql.execute("BEGIN EXCLUSIVE");
            assertEverythingWorks(server);
        }
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
    }

    @ParameterizedTest
    @ValueSource(strings = {"garbage", "SQLite format 3\0 and then nothing"})
    void corruptBeforeTheServerStarts(String content) throws Exception {
        Files.createDirectories(folder.resolve("home"));
        Files.writeString(database(), content);
        try (var server = serverWithOneTurn()) {
            assertEverythingWorks(server);
        }
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
            assertThat(rows.getString("theirs")).isEqualTo("kept");
            assertThat(rows.next()).isFalse();
        } catch (SQLException e) {
            throw new AssertionError("the database was replaced", e);
        }
    }

    private Path database() {
        return folder.resolve("home").resolve("state_5.sqlite");
    }

    private TestAppServer serverWithOneTurn() throws Exception {
        new CopiedRollouts(folder.resolve("home")).add(0, Instant.parse("2026-03-04T12:00:00Z"), "copied");
        return TestAppServer.in(folder).modelSays("one").modelSays("two").start();
    }

    private static void assertEverythingWorks(TestAppServer server) {
        var thread = server.startThread();
        assertThat(server.runTurn(thread, "first").answer()).isEqualTo("one");
        var params = Map.of("threadId", thread.id());
        server.call(ClientMethods.THREAD_NAME_SET, Map.of("threadId", thread.id(), "name", "Named"));
        assertThat(server.call(ClientMethods.THREAD_LIST, Map.of("modelProviders", new String[0]))
                        .path("data"))
                .hasSize(2);
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
