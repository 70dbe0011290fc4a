package dev.bobbin.tests.story;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bobbin.protocol.method.ClientMethods;
import dev.bobbin.tests.harness.ModelReply;
import dev.bobbin.tests.harness.TestAppServer;
import dev.bobbin.tests.harness.TestTurn;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TurnInterruptTest {
    @TempDir
    Path folder;

    @Test
    void interruptingIsAnsweredAndRemembered() throws Exception {
        try (var server = TestAppServer.in(folder)
                .modelReplies(ModelReply.reply().beginMessage("half").hang())
                .modelSays("on")
                .start()) {
            var thread = server.startThread();
            var turn = server.startTurn(thread, "go");
            server.next("item/agentMessage/delta");
            server.call(ClientMethods.TURN_INTERRUPT, Map.of("threadId", thread.id(), "turnId", turn));
            assertThat(server.finishTurn(thread).status()).isEqualTo("interrupted");

            server.restart();
            assertThat(server.resumeThread(thread.id()).turns())
                    .extracting(TestTurn::status)
                    .containsExactly("interrupted");
            assertThat(server.runTurn(thread, "on").status()).isEqualTo("completed");
        }
    }

    @Test
    void whatWasSpentIsStoredOnceForEachAnswer() throws Exception {
        try (var server = TestAppServer.in(folder)
                .modelSays("whole")
                .modelReplies(ModelReply.reply().beginMessage("half").hang())
                .start()) {
            var thread = server.startThread();
            server.runTurn(thread, "go");
            var turn = server.startTurn(thread, "on");
            server.next("item/agentMessage/delta");
            server.call(ClientMethods.TURN_INTERRUPT, Map.of("threadId", thread.id(), "turnId", turn));
            server.finishTurn(thread);

            var rollout =
                    Files.readAllLines(Path.of(thread.thread().path("path").asText()));
            assertThat(rollout)
                    .filteredOn(line -> line.contains("\"type\":\"token_count\""))
                    .hasSize(2);
        }
    }

    @Test
    void aSecondInterruptIsAnsweredToo() throws Exception {
        try (var server =
                TestAppServer.in(folder).modelReplies(ModelReply.reply().hang()).start()) {
            var thread = server.startThread();
            var turn = server.startTurn(thread, "go");
            var params = Map.of("threadId", thread.id(), "turnId", turn);
            server.call(ClientMethods.TURN_INTERRUPT, params);
            assertThat(server.refusal(ClientMethods.TURN_INTERRUPT, params).message())
                    .isEqualTo("no active turn to interrupt");
        }
    }

    @Test
    void anotherTurnIsNotInterrupted() throws Exception {
        try (var server = TestAppServer.in(folder)
                .modelReplies(ModelReply.reply().gate("end").message("done", "done"))
                .start()) {
            var thread = server.startThread();
            var turn = server.startTurn(thread, "go");
            var error = server.refusal(ClientMethods.TURN_INTERRUPT, Map.of("threadId", thread.id(), "turnId", "nope"));
            assertThat(error.message()).isEqualTo("expected active turn id nope but found " + turn);
            server.model().open("end");
            assertThat(server.finishTurn(thread).status()).isEqualTo("completed");
        }
    }

    @Test
    void steeringReachesTheModelInTheSameTurn() throws Exception {
        try (var server = TestAppServer.in(folder)
                .modelReplies(
                        ModelReply.reply().beginMessage("first").gate("go on").endMessage("first"))
                .modelSays("second")
                .start()) {
            var thread = server.startThread();
            var turn = server.startTurn(thread, "start");
            server.next("item/agentMessage/delta");
            var answer = server.call(
                    ClientMethods.TURN_STEER,
                    Map.of(
                            "threadId", thread.id(),
                            "expectedTurnId", turn,
                            "input", List.of(TestAppServer.text("and this"))));
            assertThat(answer.path("turnId").asText()).isEqualTo(turn);
            server.model().open("go on");
            var ended = server.finishTurn(thread);
            assertThat(ended.asked()).containsExactly("start", "and this");
            assertThat(server.model().lastRequest().conversation()).containsExactly("start", "first", "and this");
        }
    }
}
