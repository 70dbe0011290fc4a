package dev.bobbin.tests.fault;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bobbin.tests.harness.Answer;
import dev.bobbin.tests.harness.PackagedServer;
import dev.bobbin.tests.harness.TestAppServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A server that has no descriptors left says so, lives, and works on as soon as threads are put away. */
@Tag("process")
class DescriptorsTest {
    private static final String LIMITED = "ulimit -n 110; exec \"$0\" \"$@\"";
    private static final int MORE_THREADS_THAN_FIT = 60;

    @Test
    void runningOutIsSaidAndIsOverWhenThreadsAreClosed(@TempDir Path folder) throws Exception {
        var command = new ArrayList<>(List.of("/bin/sh", "-c", LIMITED));
        command.addAll(PackagedServer.command());
        var setup = TestAppServer.in(folder).process(command);
        for (var i = 0; i <= MORE_THREADS_THAN_FIT; i++) {
            setup.modelSays("Yes.");
        }
        try (var server = setup.start()) {
            var stored = new ArrayList<String>();
            assertThat(openThreadsUntilItFails(server, stored)).contains("Too many open files");
            assertThat(openRollouts(server)).isNotEmpty();
            assertThat(server.call("thread/loaded/list", Map.of()).path("data")).isNotEmpty();

            for (var thread : stored) {
                server.call("thread/archive", Map.of("threadId", thread));
            }

            assertThat(openRollouts(server)).isEmpty();
            assertThat(server.runTurn(server.startThread(), "again?").answer()).isEqualTo("Yes.");
        }
    }

    /** What the server says of the first thread that it cannot start or run a turn in; the ones before it are on disk. */
    private static String openThreadsUntilItFails(TestAppServer server, List<String> stored) {
        for (var i = 0; i < MORE_THREADS_THAN_FIT; i++) {
            var answer =
                    server.tryCall("thread/start", Map.of("cwd", server.cwd().toString()));
            var thread = "";
            if (answer instanceof Answer.Result result) {
                thread = result.value().path("thread").path("id").asText();
                answer = server.tryCall(
                        "turn/start", Map.of("threadId", thread, "input", List.of(TestAppServer.text("there?"))));
            }
            if (answer instanceof Answer.Refused refused) {
                return refused.error().message();
            }
            var turn = server.next("turn/completed").path("turn");
            if (!turn.path("status").asText().equals("completed")) {
                return turn.path("error").path("message").asText();
            }
            stored.add(thread);
        }
        throw new AssertionError("all threads fitted");
    }

    private static List<String> openRollouts(TestAppServer server) throws IOException {
        var open = new ArrayList<String>();
        try (var links = Files.newDirectoryStream(Path.of("/proc", String.valueOf(server.pid()), "fd"))) {
            for (var link : links) {
                try {
                    open.add(Files.readSymbolicLink(link).toString());
                } catch (NoSuchFileException e) {
                    // Closed since.
                }
            }
        }
        open.removeIf(file -> !file.endsWith(".jsonl"));
        return open;
    }
}
