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

class ThreadForkTest {
    @TempDir
    Path folder;

    @Test
    void aForkGoesItsOwnWay() throws Exception {
        try (var server = TestAppServer.in(folder)
                .modelSays("shared")
                .modelSays("of the fork")
                .modelSays("of the source")
                .start()) {
            var source = server.startThread();
            server.runTurn(source, "begin");
            var fork = server.forkThread(source, Map.of());
            assertThat(fork.thread().path("forkedFromId").asText()).isEqualTo(source.id());
            assertThat(fork.turns()).extracting(TestTurn::answer).containsExactly("shared");

            server.runTurn(fork, "left");
            server.runTurn(source, "right");
            server.restart();

            assertThat(server.resumeThread(fork.id()).turns())
                    .extracting(TestTurn::answer)
                    .containsExactly("shared", "of the fork");
            assertThat(server.resumeThread(source.id()).turns())
                    .extracting(TestTurn::answer)
                    .containsExactly("shared", "of the source");
        }
    }

    @Test
    void aForkOfARunningTurnShowsItInterrupted() throws Exception {
        try (var server = TestAppServer.in(folder)
                .modelReplies(ModelReply.reply().gate("end").message("late", "late"))
                .start()) {
            var source = server.startThread();
            server.startTurn(source, "go");
            server.model().awaitRequests(1);

            var fork = server.forkThread(source, Map.of());
            assertThat(fork.turns()).extracting(TestTurn::status).containsExactly("interrupted");

            server.model().open("end");
            assertThat(server.finishTurn(source).status()).isEqualTo("completed");
        }
    }

    @Test
    void aForkOfAForkIsFoundByAFreshServer() throws Exception {
        try (var server = TestAppServer.in(folder).modelSays("one").start()) {
            var source = server.startThread();
            server.runTurn(source, "begin");
            var child = server.forkThread(source, Map.of());
            server.restart();
            var grandchild = server.forkThread(child, Map.of());
            assertThat(grandchild.turns()).hasSize(1);
            assertThat(grandchild.thread().path("forkedFromId").asText()).isEqualTo(child.id());
        }
    }

    @Test
    void aForkByPath() throws Exception {
        try (var server = TestAppServer.in(folder).modelSays("one").start()) {
            var source = server.startThread();
            server.runTurn(source, "begin");
            server.restart();
            var fork = new TestThread(server.call(
                    ClientMethods.THREAD_FORK, Map.of("threadId", "", "path", String.valueOf(source.path()))));
            assertThat(fork.turns()).extracting(TestTurn::answer).containsExactly("one");
        }
    }
}
