package dev.bobbin.tests.story;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bobbin.tests.harness.TestAppServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A server that is left alone writes nothing. {@code IdleRun} shows it for ten minutes, this for what is due soon. */
class IdleTest {
    /** Longer than whatever the server does of itself after a turn. */
    private static final Duration WHILE = Duration.ofMillis(2_500);

    private static final Duration MOMENT = Duration.ofMillis(300);

    @Test
    void nothingInTheHomeChangesWhileNobodyAsks(@TempDir Path folder) throws Exception {
        try (var server = TestAppServer.in(folder).modelSays("Yes.").start()) {
            var thread = server.startThread();
            server.runTurn(thread, "there?");
            server.call("thread/list", Map.of());
            var before = whenSettled(server);

            pass(server, WHILE);

            assertThat(files(server.home())).isEqualTo(before);
        }
    }

    private static Map<String, String> whenSettled(TestAppServer server) throws IOException {
        var end = System.nanoTime() + TestAppServer.LIMIT.toNanos();
        var seen = files(server.home());
        while (System.nanoTime() < end) {
            pass(server, MOMENT);
            var now = files(server.home());
            // Written last of what a start does when nobody asks for anything.
            if (now.equals(seen) && Files.exists(server.home().resolve("installation_id"))) {
                return now;
            }
            seen = now;
        }
        throw new AssertionError("the home does not settle: " + seen);
    }

    /** Lets time pass, as measured by a process that the server waits for. */
    private static void pass(TestAppServer server, Duration time) {
        var command = List.of("sleep", String.valueOf(time.toMillis() / 1_000.0));
        server.call("command/exec", Map.of("command", command, "sandboxPolicy", Map.of("type", "dangerFullAccess")));
    }

    /** Size and last change of each file, and of each folder, by path. */
    private static Map<String, String> files(Path home) throws IOException {
        var files = new TreeMap<String, String>();
        try (var all = Files.walk(home)) {
            for (var file : all.toList()) {
                try {
                    files.put(file.toString(), Files.size(file) + " bytes, " + Files.getLastModifiedTime(file));
                } catch (NoSuchFileException e) {
                    files.put(file.toString(), "going");
                }
            }
        }
        return files;
    }
}
