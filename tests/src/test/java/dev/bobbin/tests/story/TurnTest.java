package dev.bobbin.tests.story;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bobbin.protocol.method.ClientMethods;
import dev.bobbin.tests.harness.ModelReply;
import dev.bobbin.tests.harness.TestAppServer;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TurnTest {
    @TempDir
    Path folder;

    @Test
    void aTurnIsToldInOrder() throws Exception {
        try (var server = TestAppServer.in(folder)
                .modelReplies(ModelReply.reply().message("Hello there", "Hello ", "there"))
                .start()) {
            var thread = server.startThread();
            var turn = server.runTurn(thread, "hi");
            assertThat(turn.methods())
                    .containsExactly(
                            "thread/status/changed",
                            "turn/started",
                            "item/started",
                            "item/completed",
                            "item/started",
                            "item/agentMessage/delta",
                            "item/agentMessage/delta",
                            "item/completed",
                            "thread/tokenUsage/updated",
                            "thread/status/changed",
                            "turn/completed");
            assertThat(turn.status()).isEqualTo("completed");
            assertThat(turn.asked()).containsExactly("hi");
            assertThat(turn.answer()).isEqualTo("Hello there");
        }
    }

    @Test
    void overridesHoldForLaterTurns() throws Exception {
        try (var server =
                TestAppServer.in(folder).modelSays("one").modelSays("two").start()) {
            var thread = server.startThread();
            server.call(
                    ClientMethods.TURN_START,
                    Map.of("threadId", thread.id(), "input", List.of(TestAppServer.text("a")), "model", "other-model"));
            server.next("turn/completed");
            server.runTurn(thread, "b");
            assertThat(server.model().lastRequest().body().path("model").asText())
                    .isEqualTo("other-model");
        }
    }

    @Test
    void reasoningIsPassedBackToTheModel() throws Exception {
        var reasoning = Map.of(
                "type", "reasoning",
                "id", "rs_1",
                "summary", List.of(Map.of("type", "summary_text", "text", "thinking")),
                "encrypted_content", "sealed");
        try (var server = TestAppServer.in(folder)
                .modelReplies(ModelReply.reply().item(reasoning).message("one", "one"))
                .modelSays("two")
                .start()) {
            var thread = server.startThread();
            assertThat(server.runTurn(thread, "a").items("reasoning")).hasSize(1);
            server.runTurn(thread, "b");
            assertThat(server.model().lastRequest().body().path("input").toString())
                    .contains("\"sealed\"");
        }
    }

    @Test
    void aTurnOfUnknownThreadsIsRefused() throws Exception {
        try (var server = TestAppServer.in(folder).start()) {
            var id = "0192aaaa-0000-7000-8000-000000000009";
            var error = server.refusal(
                    ClientMethods.TURN_START, Map.of("threadId", id, "input", List.of(TestAppServer.text("a"))));
            assertThat(error.message()).isEqualTo("thread not found: " + id);
        }
    }

    @Test
    void turnRunAnswersWithTheWholeTurn() throws Exception {
        try (var server = TestAppServer.in(folder).modelSays("done").start()) {
            var thread = server.startThread();
            var result = server.call(
                    ClientMethods.TURN_RUN,
                    Map.of("threadId", thread.id(), "input", List.of(TestAppServer.text("go"))));
            var turn = result.path("turn");
            assertThat(turn.path("status").asText()).isEqualTo("completed");
            assertThat(turn.path("items"))
                    .extracting(item -> item.path("type").asText())
                    .containsExactly("userMessage", "agentMessage");
            assertThat(turn.at("/items/1/text").asText()).isEqualTo("done");
            server.next("turn/completed");
        }
    }

    @Test
    void turnRunTellsWhyItFailed() throws Exception {
        try (var server = TestAppServer.in(folder)
                .modelReplies(ModelReply.status(400, "no such thing"))
                .start()) {
            var thread = server.startThread();
            var result = server.call(
                    ClientMethods.TURN_RUN,
                    Map.of("threadId", thread.id(), "input", List.of(TestAppServer.text("go"))));
            assertThat(result.at("/turn/status").asText()).isEqualTo("failed");
            assertThat(result.at("/turn/error/message").asText()).isEqualTo("no such thing");
        }
    }

    @Test
    void turnRunGivesUpWhenItsTimeIsOver() throws Exception {
        try (var server =
                TestAppServer.in(folder).modelReplies(ModelReply.reply().hang()).start()) {
            var thread = server.startThread();
            var result = server.call(
                    ClientMethods.TURN_RUN,
                    Map.of("threadId", thread.id(), "input", List.of(TestAppServer.text("go")), "timeoutMs", 50));
            assertThat(result.at("/turn/status").asText()).isEqualTo("interrupted");
        }
    }

    @Test
    void oneThreadDoesNotHoldUpAnother() throws Exception {
        try (var server = TestAppServer.in(folder)
                .modelReplies(ModelReply.reply().gate("slow").message("slow", "slow"))
                .modelSays("quick")
                .start()) {
            var slow = server.startThread();
            var quick = server.startThread();
            server.startTurn(slow, "take your time");
            server.model().awaitRequests(1);
            assertThat(server.runTurn(quick, "hurry").answer()).isEqualTo("quick");
            server.model().open("slow");
            assertThat(server.finishTurn(slow).answer()).isEqualTo("slow");
        }
    }
}
