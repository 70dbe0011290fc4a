package dev.bobbin.appserver.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.bobbin.protocol.json.WireJson;
import dev.bobbin.threadstore.ResumeThread;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DoctorCommandTest {
    @TempDir
    Path temp;

    private TestHome home;
    private Path first;

    @BeforeEach
    void makeThreads() throws IOException {
        home = new TestHome(temp);
        first = home.thread(1, "Fix the parser", "Done.");
        home.thread(2, "Write a poem", "Roses are red.");
    }

    @Test
    void aHomeThatTheStoreMadeIsHealthyAndIsNotChanged() throws IOException {
        var before = home.files();

        assertThat(home.run("doctor")).isZero();

        assertThat(home.out()).isEmpty();
        assertThat(home.err()).contains("is healthy");
        assertThat(home.files()).isEqualTo(before);
    }

    @Test
    void aHomeThatIsNotThereCannotBeChecked() {
        assertThat(home.run("doctor", "--home", temp.resolve("nowhere").toString()))
                .isEqualTo(2);
        assertThat(home.run("doctor", "--nonsense")).isEqualTo(2);
        assertThat(home.out()).isEmpty();
    }

    @Test
    void tornTail() throws IOException {
        append(first, "{\"timestamp\":\"2026");
        var torn = Files.readString(first);

        finds("torn-tail");

        assertThat(first).content().isEqualTo(torn + "\n");
        assertThat(backup(first)).content().isEqualTo(torn);
    }

    @Test
    void tornTailOfAThreadThatSomebodyHoldsIsLeftAlone() throws IOException {
        try (var holder = home.open()) {
            holder.resume(new ResumeThread(TestHome.id(1), null, false));
            append(first, "{\"timestamp\":\"2026");

            assertThat(home.run("doctor", "--fix")).isEqualTo(1);

            assertThat(home.out()).contains("not repaired", "a test's client");
            assertThat(first).content().endsWith("2026");
        }
    }

    @Test
    void tornListOfNames() throws IOException {
        home.run("threads", "rename", TestHome.id(1), "Parser");
        append(home.folder().resolve("session_index.jsonl"), "{\"id\":\"");

        finds("torn-tail");

        home.run("threads", "rename", TestHome.id(2), "Poem");
        assertThat(home.run("threads", "show", "Poem")).isZero();
    }

    @Test
    void duplicateIds() throws IOException {
        var archive = Files.createDirectories(
                home.folder().resolve("archived_sessions"),
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
        var copy = Files.copy(first, archive.resolve(first.getFileName()), StandardCopyOption.COPY_ATTRIBUTES);

        finds("duplicate-id");

        assertThat(first).exists();
        assertThat(copy).doesNotExist();
        assertThat(backup(copy)).hasSameBinaryContentAs(first);
    }

    @Test
    void aDuplicateThatGoesOnLongerStays() throws IOException {
        var earlier = first.resolveSibling("rollout-2026-01-01T00-00-00-" + TestHome.id(1) + ".jsonl");
        Files.copy(first, earlier, StandardCopyOption.COPY_ATTRIBUTES);
        append(earlier, Files.readAllLines(first).getLast() + "\n");
        Files.setLastModifiedTime(earlier, FileTime.from(Instant.EPOCH));

        finds("duplicate-id");

        assertThat(earlier).exists();
        assertThat(backup(first)).exists();
    }

    @Test
    void compressedBesidePlain() throws IOException {
        var twin = Files.write(first.resolveSibling(first.getFileName() + ".zst"), new byte[] {1, 2, 3});
        Files.setPosixFilePermissions(twin, PosixFilePermissions.fromString("rw-------"));

        finds("compressed-twin");

        assertThat(backup(twin)).hasBinaryContent(new byte[] {1, 2, 3});
        assertThat(first).exists();
    }

    @Test
    void rolloutsWhereNoServerLooksAreNobodysDuplicates() throws IOException {
        var elsewhere = Files.createDirectories(
                home.folder().resolve("sessions/kept"),
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
        Files.copy(first, elsewhere.resolve(first.getFileName()));

        assertThat(home.run("doctor")).isZero();
    }

    @Test
    void unreadableRollout() throws IOException {
        Files.writeString(first, "rubbish\n");

        finds("unreadable-rollout");

        assertThat(backup(first)).content().isEqualTo("rubbish\n");
    }

    @Test
    void staleRow() throws IOException {
        Files.delete(first);

        finds("stale-row");

        assertThat(home.folder().resolve(".tmp/bobbin-doctor"))
                .isDirectoryRecursivelyContaining("glob:**state_5.sqlite");
    }

    @Test
    void stalePath() throws IOException {
        var elsewhere = Files.createDirectories(
                home.folder().resolve("sessions/2025/12/31"),
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
        Files.move(first, elsewhere.resolve(first.getFileName()));

        finds("stale-path");
    }

    @Test
    void aCopiedHomeLeadsIntoNoOtherHome() throws IOException {
        var copy = temp.resolve("copy");
        try (var paths = Files.walk(home.folder())) {
            for (var path : paths.toList()) {
                Files.copy(
                        path,
                        copy.resolve(home.folder().relativize(path).toString()),
                        StandardCopyOption.COPY_ATTRIBUTES);
            }
        }
        makePrivate(copy);

        assertThat(home.run("doctor", "--home", copy.toString())).isEqualTo(1);
        assertThat(home.out()).contains("stale-path");
        assertThat(home.run("doctor", "--fix", "--home", copy.toString())).isZero();
        assertThat(home.run("doctor")).isZero();
    }

    private static void makePrivate(Path folder) throws IOException {
        try (var paths = Files.walk(folder)) {
            for (var path : paths.filter(Files::isDirectory).toList()) {
                Files.setPosixFilePermissions(path, PosixFilePermissions.fromString("rwx------"));
            }
        }
    }

    @Test
    void permissions() throws IOException {
        Files.setPosixFilePermissions(first, PosixFilePermissions.fromString("rw-r--r--"));

        finds("permissions");

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(first)))
                .isEqualTo("rw-------");
        assertThat(home.folder().resolve(".tmp/bobbin-doctor"))
                .isDirectoryRecursivelyContaining("glob:**permissions.sh");
    }

    @Test
    void leftovers() throws IOException {
        var old = Files.writeString(first.resolveSibling(first.getFileName() + ".decompress.1.1.tmp"), "half");
        Files.setLastModifiedTime(old, FileTime.from(Instant.EPOCH));
        var recent = Files.writeString(first.resolveSibling("new.tmp"), "half");

        finds("leftover");

        assertThat(backup(old)).content().isEqualTo("half");
        assertThat(recent).exists();
    }

    @Test
    void notesOfProcessesThatAreNoMore() throws IOException {
        var notes = home.folder().resolve(".tmp/bobbin-writers");
        Files.createDirectories(notes);
        var note =
                Files.writeString(notes.resolve(TestHome.id(1) + ".json"), "{\"pid\":2147483646,\"client\":\"x\"}\n");

        finds("leftover");

        assertThat(note).doesNotExist();
    }

    @Test
    void damagedDatabase() throws IOException {
        var database = home.folder().resolve("state_5.sqlite");
        Files.writeString(database, "this is no database, and long enough to be looked at".repeat(100));

        finds("database-damaged");

        assertThat(database).doesNotExist();
    }

    @Test
    void foreignDatabaseIsLeftAlone() throws IOException {
        var database = home.folder().resolve("state_5.sqlite");
        var changed = Files.readString(database, StandardCharsets.ISO_8859_1).replace("_sqlx_", "_mine_");
        Files.writeString(database, changed, StandardCharsets.ISO_8859_1);
        var before = Files.readAllBytes(database);

        assertThat(home.run("doctor", "--fix")).isEqualTo(1);

        assertThat(home.out()).contains("for you to decide", "database-foreign");
        assertThat(database).hasBinaryContent(before);
    }

    @Test
    void configurationThatCannotBeReadIsLeftToItsOwner() throws IOException {
        var config = Files.writeString(home.folder().resolve("config.toml"), "model = [");
        Files.setPosixFilePermissions(config, PosixFilePermissions.fromString("rw-------"));

        assertThat(home.run("doctor", "--fix", "--json")).isEqualTo(1);

        assertThat(json().path("problems").path(0).path("kind").asText()).isEqualTo("config");
        assertThat(json().path("problems").path(0).path("repairable").asBoolean())
                .isFalse();
        assertThat(config).content().isEqualTo("model = [");
    }

    /** It is the only finding, a repair makes the home healthy, and what was changed is kept. */
    private void finds(String kind) throws IOException {
        assertThat(home.run("doctor")).isEqualTo(1);
        assertThat(home.out().lines().filter(line -> !line.startsWith(" ")))
                .singleElement()
                .asString()
                .contains(kind);
        assertThat(home.run("doctor", "--json")).isEqualTo(1);
        assertThat(json().path("healthy").asBoolean()).isFalse();
        assertThat(json().path("problems").path(0).path("kind").asText()).isEqualTo(kind);

        assertThat(home.run("doctor", "--fix", "--json")).isZero();
        assertThat(json().path("repairs").path(0).path("repaired").asBoolean()).isTrue();
        assertThat(Path.of(json().path("backup").asText())).isDirectory();
        assertThat(home.run("doctor")).isZero();
        assertThat(home.out()).isEmpty();
    }

    private Path backup(Path file) throws IOException {
        try (var folders = Files.list(home.folder().resolve(".tmp/bobbin-doctor"))) {
            return folders.findFirst().orElseThrow().resolve(home.folder().relativize(file));
        }
    }

    private static void append(Path file, String text) throws IOException {
        Files.writeString(file, text, StandardOpenOption.APPEND);
    }

    private JsonNode json() throws IOException {
        return WireJson.readTree(home.out());
    }
}
