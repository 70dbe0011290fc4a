package dev.bobbin.tests.story;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.bobbin.tests.harness.ModelReply;
import dev.bobbin.tests.harness.PackagedServer;
import dev.bobbin.tests.harness.TestAppServer;
import dev.bobbin.tests.harness.TestThread;
import dev.bobbin.tests.harness.TestTurn;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The packaged server, over real stdio: what survives its death, and what it leaves behind. */
@Tag("process")
class CrashTest {
    @TempDir
    Path folder;

    @Test
    void whatWasNotifiedSurvivesAKill() throws Exception {
        try (var server = TestAppServer.in(folder)
                .process(PackagedServer.command())
                .modelReplies(ModelReply.reply().message("kept", "kept").gate("never"))
                .modelSays("on")
                .start()) {
            var thread = server.startThread();
            var turn = server.startTurn(thread, "go");
            server.next(
                    "item/completed", params -> params.at("/item/type").asText().equals("agentMessage"));

            server.killAndRestart();

            var shown = server.resumeThread(thread.id()).turns();
            assertThat(shown).extracting(TestTurn::id).containsExactly(turn);
            assertThat(shown.getFirst().status()).isEqualTo("interrupted");
            assertThat(shown.getFirst().asked()).containsExactly("go");
            assertThat(shown.getFirst().answer()).isEqualTo("kept");
            assertThat(server.runTurn(thread, "on").answer()).isEqualTo("on");
        }
    }

    @Test
    void aCommandThatRanOnIsToldToHaveFailed() throws Exception {
        try (var server = TestAppServer.in(folder)
                .process(PackagedServer.command())
                .modelReplies(ModelReply.calls("exec_command", Map.of("cmd", "sleep 97534", "yield_time_ms", 250)))
                .modelSays("it runs")
                .start()) {
            var thread = server.startThread(Map.of("sandbox", "danger-full-access"));
            server.runTurn(thread, "go");
            assertThat(commandStatus(server, thread)).isEqualTo("inProgress");

            server.killAndRestart();

            assertThat(commandStatus(server, thread)).isEqualTo("failed");
            server.resumeThread(thread.id());
            assertThat(commandStatus(server, thread)).isEqualTo("failed");
        }
    }

    private static String commandStatus(TestAppServer server, TestThread thread) {
        return server.call("thread/read", Map.of("threadId", thread.id(), "includeTurns", true))
                .at("/thread/turns/0/items/1/status")
                .asText();
    }

    @Test
    void endOfInputEndsTurnsAndTheProcess() throws Exception {
        try (var server = TestAppServer.in(folder)
                .process(PackagedServer.command())
                .modelReplies(ModelReply.reply().hang())
                .start()) {
            var thread = server.startThread();
            server.startTurn(thread, "go");
            server.model().awaitRequests(1);
            assertThat(server.end()).isZero();

            server.killAndRestart();
            assertThat(server.resumeThread(thread.id()).turns())
                    .extracting(TestTurn::status)
                    .containsExactly("interrupted");
        }
    }

    @Test
    void everyLineOfAWholeSessionIsAMessage() throws Exception {
        try (var server = TestAppServer.in(folder)
                .process(PackagedServer.command())
                .modelSays("one")
                .modelSays("two")
                .start()) {
            var thread = server.startThread();
            server.runTurn(thread, "go");
            server.runTurn(server.forkThread(thread, Map.of("ephemeral", true)), "aside");
            server.restart();
            server.resumeThread(thread.id());
            server.end();
            var json = new ObjectMapper();
            for (var line : server.transcript().receivedLines()) {
                assertThat(json.readTree(line).isObject()).isTrue();
            }
        }
    }
}
