package dev.bobbin.tests.story;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bobbin.tests.harness.ModelReply;
import dev.bobbin.tests.harness.TestAppServer;
import dev.bobbin.tests.harness.TestTurn;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TurnFailureTest {
    @TempDir
    Path folder;

    @Test
    void aFailedTurnSaysWhyAndStillDoesAfterARestart() throws Exception {
        try (var server = TestAppServer.in(folder)
                .modelReplies(ModelReply.status(500, "{}"))
                .modelSays("fine now")
                .start()) {
            var thread = server.startThread();
            var failed = server.runTurn(thread, "go");
            assertThat(failed.status()).isEqualTo("failed");
            assertThat(failed.methods()).containsSubsequence("thread/status/changed", "error", "turn/completed");
            var message = failed.turn().at("/error/message").asText();
            assertThat(failed.turn().at("/error/codexErrorInfo").asText()).isEqualTo("internalServerError");

            server.restart();

            var shown = server.resumeThread(thread.id()).turns().getFirst();
            assertThat(shown.status()).isEqualTo("failed");
            assertThat(shown.turn().at("/error/message").asText()).isEqualTo(message);
            assertThat(server.runTurn(thread, "again").answer()).isEqualTo("fine now");
            assertThat(server.model().lastRequest().conversation()).containsExactly("go", "again");
        }
    }

    @Test
    void aCutStreamIsTriedAgain() throws Exception {
        try (var server = TestAppServer.in(folder)
                .provider("stream_max_retries", "1")
                .modelReplies(ModelReply.reply().beginMessage("half").cut())
                .modelSays("whole")
                .start()) {
            var thread = server.startThread();
            var turn = server.runTurn(thread, "go");
            assertThat(turn.status()).isEqualTo("completed");
            assertThat(turn.answer()).isEqualTo("whole");
            var retry = turn.notifications().stream()
                    .filter(note -> note.path("method").asText().equals("error"))
                    .findFirst()
                    .orElseThrow();
            assertThat(retry.at("/params/willRetry").asBoolean()).isTrue();
        }
    }

    @Test
    void rubbishInTheStreamIsSkipped() throws Exception {
        try (var server = TestAppServer.in(folder)
                .modelReplies(ModelReply.reply()
                        .raw("data: {broken\n\n: a comment\n\ndata: 5\n\n".getBytes(StandardCharsets.UTF_8))
                        .message("fine", "fine"))
                .start()) {
            assertThat(server.runTurn(server.startThread(), "go").answer()).isEqualTo("fine");
        }
    }

    @Test
    void aStalledStreamEndsTheTurn() throws Exception {
        try (var server = TestAppServer.in(folder)
                .provider("stream_idle_timeout_ms", "200")
                .modelReplies(ModelReply.reply().beginMessage("half").hang())
                .start()) {
            var turn = server.runTurn(server.startThread(), "go");
            assertThat(turn.status()).isEqualTo("failed");
        }
    }

    @Test
    void aMissingKeyNamesTheVariable() throws Exception {
        try (var server = TestAppServer.in(folder)
                .provider("env_key", "\"BOBBIN_TEST_NO_SUCH_KEY\"")
                .start()) {
            var turn = server.runTurn(server.startThread(), "go");
            assertThat(turn.turn().at("/error/message").asText())
                    .isEqualTo("Missing environment variable: `BOBBIN_TEST_NO_SUCH_KEY`.");
        }
    }

    @Test
    void whatCameBeforeAFailureIsKept() throws Exception {
        try (var server = TestAppServer.in(folder)
                .modelSays("first answer")
                .modelReplies(ModelReply.reply().message("kept", "kept").failed("server_error", "boom"))
                .start()) {
            var thread = server.startThread();
            server.runTurn(thread, "one");
            server.runTurn(thread, "two");
            server.restart();
            assertThat(server.resumeThread(thread.id()).turns())
                    .extracting(TestTurn::answer)
                    .containsExactly("first answer", "kept");
        }
    }
}
