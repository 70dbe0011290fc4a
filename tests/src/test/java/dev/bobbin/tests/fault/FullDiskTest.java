package dev.bobbin.tests.fault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.bobbin.protocol.method.ClientMethods;
import dev.bobbin.tests.harness.PackagedServer;
import dev.bobbin.tests.harness.TestAppServer;
import dev.bobbin.tests.harness.TestThread;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A disk that takes no more: played by a limit on the size of files, at which a write ends in the middle as there. */
@Tag("process")
class FullDiskTest {
    private static final Path PRLIMIT = Path.of("/usr/bin/prlimit");

    @TempDir
    Path folder;

    @BeforeEach
    void limitsCanBeSet() {
        assumeTrue(Files.isExecutable(PRLIMIT), "prlimit is not installed");
    }

    @Test
    void aTurnThatCouldNotBeginLeavesNothingBehind() throws Exception {
        try (var server = serverThatAnswersTwice()) {
            var thread = server.startThread();
            server.runTurn(thread, "first");
            limit(server, size(thread) + 20);
            var refused = server.refusal(
                    ClientMethods.TURN_START,
                    Map.of("threadId", thread.id(), "input", List.of(TestAppServer.text("no room"))));
            assertThat(refused.message()).contains("os error");
            limit(server, -1);
            assertThat(server.runTurn(thread, "second").answer()).isEqualTo("two");
            assertTurns(server, thread, "first", "second");
        }
    }

    @Test
    void aTurnThatRanOutOfRoomFailsAndTheNextGoesOn() throws Exception {
        try (var server = serverThatAnswersTwice()) {
            var thread = server.startThread();
            server.runTurn(thread, "first");
            limit(server, size(thread) + 400);
            var failed = server.runTurn(thread, "no room, " + "long ".repeat(1_000));
            assertThat(failed.status()).isEqualTo("failed");
            assertThat(failed.turn().at("/error/message").asText()).contains("Failed to save the conversation");
            limit(server, -1);
            assertThat(server.runTurn(thread, "second").answer()).isEqualTo("two");
            assertThat(read(server, thread).path("turns"))
                    .extracting(turn -> turn.path("status").asText())
                    .containsExactly("completed", "failed", "completed");
        }
    }

    private TestAppServer serverThatAnswersTwice() throws IOException {
        return TestAppServer.in(folder)
                .process(PackagedServer.command())
                .modelSays("one")
                .modelSays("two")
                .start();
    }

    private static void assertTurns(TestAppServer server, TestThread thread, String... asked) throws IOException {
        assertThat(read(server, thread).path("turns"))
                .extracting(turn -> turn.at("/items/0/content/0/text").asText())
                .containsExactly(asked);
        assertThat(new RolloutLines().healed(file(thread))).isNotEmpty();
    }

    private static JsonNode read(TestAppServer server, TestThread thread) {
        return server.call(ClientMethods.THREAD_READ, Map.of("threadId", thread.id(), "includeTurns", true))
                .path("thread");
    }

    private static Path file(TestThread thread) {
        return Path.of(thread.thread().path("path").asText());
    }

    private static long size(TestThread thread) throws IOException {
        return Files.size(file(thread));
    }

    /** @param bytes how large a file may become by the server's writes; negative for any size */
    private static void limit(TestAppServer server, long bytes) throws IOException, InterruptedException {
        var soft = bytes < 0 ? "unlimited" : Long.toString(bytes);
        var prlimit = new ProcessBuilder(
                        PRLIMIT.toString(), "--pid", Long.toString(server.pid()), "--fsize=" + soft + ":unlimited")
                .inheritIO()
                .start();
        assertThat(prlimit.waitFor(TestAppServer.LIMIT.toSeconds(), TimeUnit.SECONDS))
                .isTrue();
        assertThat(prlimit.exitValue()).isZero();
    }
}
