package dev.bobbin.tests.fault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.bobbin.tests.harness.Answer;
import dev.bobbin.tests.harness.ModelReply;
import dev.bobbin.tests.harness.TestAppServer;
import dev.bobbin.tests.harness.TestTurn;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A home on a disk that is really full; needs the right to mount one. */
class SmallDiskTest {
    private static final int PIECE = 1024;

    @TempDir
    Path folder;

    private boolean mounted;

    @BeforeEach
    void mount() throws Exception {
        mounted = run("mount", "-t", "tmpfs", "-o", "size=4m", "tmpfs", folder.toString());
        assumeTrue(mounted, "a small disk cannot be mounted here");
    }

    @AfterEach
    void unmount() throws Exception {
        if (mounted) {
            run("umount", "-l", folder.toString());
        }
    }

    private static boolean run(String... command) throws InterruptedException {
        try {
            return new ProcessBuilder(command).redirectErrorStream(true).start().waitFor() == 0;
        } catch (IOException e) {
            return false;
        }
    }

    @Test
    void itSaysSoStaysAliveAndWorksOnOnceThereIsRoom() throws Exception {
        try (var server = TestAppServer.in(folder).start()) {
            server.model().otherwise(_ -> ModelReply.says("yes"));
            var thread = server.startThread();
            server.runTurn(thread, "first");
            fill();
            var refused = server.tryCall(
                    "turn/start",
                    Map.of("threadId", thread.id(), "input", List.of(TestAppServer.text("x".repeat(PIECE * 16)))));
            if (refused instanceof Answer.Result) {
                var failed = server.finishTurn(thread);
                assertThat(failed.turn().at("/error/message").asText()).contains("No space left on device");
            } else {
                assertThat(((Answer.Refused) refused).error().message()).contains("No space left on device");
            }
            server.call("thread/read", Map.of("threadId", thread.id(), "includeTurns", true));
            Files.delete(ballast());
            assertThat(server.runTurn(thread, "second").answer()).isEqualTo("yes");
            server.restart();
            assertThat(server.resumeThread(thread.id()).turns())
                    .flatExtracting(TestTurn::asked)
                    .contains("first", "second");
        }
    }

    private Path ballast() {
        return folder.resolve("ballast");
    }

    private void fill() throws IOException {
        var piece = new byte[PIECE];
        try (var out = Files.newOutputStream(ballast())) {
            while (true) {
                out.write(piece);
            }
        } catch (IOException e) {
            assertThat(e).hasMessageContaining("No space left");
        }
    }
}
