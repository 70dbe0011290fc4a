package dev.bobbin.tests.story;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bobbin.protocol.method.ClientMethods;
import dev.bobbin.tests.harness.RpcError;
import dev.bobbin.tests.harness.TestAppServer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The defect this project began with: a side chat has no file, and a client that reloads it sends a folder instead. */
class SideChatTest {
    @TempDir
    Path folder;

    @Test
    void aReloadedSideChatIsRefusedClearly() throws Exception {
        try (var server = TestAppServer.in(folder)
                .modelSays("main answer")
                .modelSays("side answer")
                .start()) {
            var main = server.startThread();
            server.runTurn(main, "main question");
            var side = server.forkThread(main, Map.of("ephemeral", true));
            assertThat(side.path()).isNull();
            assertThat(server.runTurn(side, "side question").answer()).isEqualTo("side answer");

            server.restart();

            var home = server.home().toRealPath().toString();
            var params = Map.of("threadId", side.id(), "path", home);
            var text = "failed to resolve rollout path `" + home + "`: path is a directory";
            assertPathIsDirectory(server.refusal(ClientMethods.THREAD_RESUME, params), text);
            assertPathIsDirectory(server.refusal(ClientMethods.THREAD_FORK, params), text);
            assertThat(server.refusal(ClientMethods.THREAD_RESUME, Map.of("threadId", side.id()))
                            .message())
                    .isEqualTo("no rollout found for thread id " + side.id());
            assertThat(server.refusal(ClientMethods.THREAD_READ, Map.of("threadId", side.id()))
                            .message())
                    .isEqualTo("thread not loaded: " + side.id());
            server.assertNothingUnread();
        }
    }

    private static void assertPathIsDirectory(RpcError error, String text) {
        assertThat(error.code()).isEqualTo(-32600);
        assertThat(error.message()).isEqualTo(text);
        assertThat(error.reason()).isEqualTo("path_is_directory");
    }

    @Test
    void aRefusedPathLeavesTheHomeAsItWas() throws Exception {
        try (var server = TestAppServer.in(folder).start()) {
            server.refusal(
                    ClientMethods.THREAD_RESUME,
                    Map.of(
                            "threadId",
                            "0192aaaa-0000-7000-8000-000000000001",
                            "path",
                            server.home().toString()));
            assertThat(server.home().resolve("sessions")).doesNotExist();
        }
    }

    @Test
    void aSideChatKnowsTheMainThreadAndTheMainThreadDoesNotKnowIt() throws Exception {
        try (var server = TestAppServer.in(folder)
                .modelSays("one")
                .modelSays("two")
                .modelSays("three")
                .start()) {
            var main = server.startThread();
            server.runTurn(main, "first");
            var side = server.forkThread(main, Map.of("ephemeral", true));
            server.runTurn(side, "aside");
            assertThat(server.model().lastRequest().conversation()).containsExactly("first", "one", "aside");

            server.runTurn(main, "second");
            assertThat(server.model().lastRequest().conversation()).containsExactly("first", "one", "second");
        }
    }

    @Test
    void aLiveSideChatCanBeForkedAgain() throws Exception {
        try (var server = TestAppServer.in(folder)
                .modelSays("one")
                .modelSays("two")
                .modelSays("three")
                .start()) {
            var main = server.startThread();
            server.runTurn(main, "first");
            var side = server.forkThread(main, Map.of("ephemeral", true));
            server.runTurn(side, "aside");

            var kept = server.forkThread(side, Map.of());
            assertThat(kept.turns()).hasSize(2);
            server.runTurn(kept, "on");
            assertThat(server.model().lastRequest().conversation())
                    .containsExactly("first", "one", "aside", "two", "on");
            var path = kept.path();
            assertThat(path).isNotNull();
            assertThat(Files.exists(path)).isTrue();

            server.restart();
            assertThat(server.resumeThread(kept.id()).turns()).hasSize(3);
        }
    }
}
