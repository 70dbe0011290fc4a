package dev.bobbin.tests.story;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bobbin.protocol.method.ClientMethods;
import dev.bobbin.tests.harness.ModelReply;
import dev.bobbin.tests.harness.TestAppServer;
import dev.bobbin.tests.harness.TestThread;
import dev.bobbin.tests.harness.TestTurn;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ThreadRollbackTest {
    @TempDir
    Path folder;

    @Test
    void aRefusedRollbackChangesNothing() throws Exception {
        try (var server = TestAppServer.in(folder)
                .modelSays("one")
                .modelReplies(ModelReply.reply().gate("end").message("two", "two"))
                .modelSays("three")
                .start()) {
            var thread = server.startThread();
            server.runTurn(thread, "first");
            refuse(server, thread, 0, "numTurns must be >= 1");
            assertStatus(server, thread, "idle");

            server.startTurn(thread, "second");
            refuse(server, thread, 1, "Cannot rollback while a turn is in progress.");
            assertStatus(server, thread, "active");
            server.model().open("end");
            var turn = server.finishTurn(thread);
            assertThat(turn.status()).isEqualTo("completed");
            assertThat(turn.notifications().toString()).doesNotContain("systemError");
            assertStatus(server, thread, "idle");

            var rolledBack = new TestThread(
                    server.call(ClientMethods.THREAD_ROLLBACK, Map.of("threadId", thread.id(), "numTurns", 1)));
            assertThat(rolledBack.turns()).extracting(TestTurn::answer).containsExactly("one");
            server.runTurn(thread, "third");
            server.restart();
            assertThat(server.resumeThread(thread.id()).turns())
                    .extracting(TestTurn::answer)
                    .containsExactly("one", "three");
        }
    }

    private static void refuse(TestAppServer server, TestThread thread, int turns, String why) {
        var error = server.refusal(ClientMethods.THREAD_ROLLBACK, Map.of("threadId", thread.id(), "numTurns", turns));
        assertThat(error.message()).isEqualTo(why);
    }

    private static void assertStatus(TestAppServer server, TestThread thread, String status) {
        var read = server.call(ClientMethods.THREAD_READ, Map.of("threadId", thread.id()));
        assertThat(read.at("/thread/status/type").asText()).isEqualTo(status);
    }
}
