package dev.bobbin.tests.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bobbin.tests.harness.Answer;
import dev.bobbin.tests.harness.ModelReply;
import dev.bobbin.tests.harness.PackagedServer;
import dev.bobbin.tests.harness.ServerSetup;
import dev.bobbin.tests.harness.TestAppServer;
import dev.bobbin.tests.harness.TestThread;
import dev.bobbin.tests.harness.TestTurn;
import dev.bobbin.tests.mcp.LittleServer;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** However a server is told to end: its turns end, nothing that it started outlives it, its threads are free. */
@Tag("process")
class EndingTest {
    /** A parent between the test and the server, while the test holds the server's pipes. */
    private static final String PARENT = "\"$0\" \"$@\"; exit 0";

    private static final String PARENT_THAT_IS_OUTLIVED = "nohup \"$0\" \"$@\"; exit 0";

    enum Way {
        END_OF_INPUT,
        DEATH_OF_THE_PARENT,
        SIGNAL
    }

    @TempDir
    Path folder;

    private ServerSetup below(String parent) throws IOException {
        var command = new ArrayList<>(List.of("/bin/sh", "-c", parent));
        command.addAll(PackagedServer.command());
        // Without a cache the launcher would begin to make one, which takes its time and outlives the server.
        return TestAppServer.in(folder)
                .process(command)
                .environment("BOBBIN_AOT", Distribution.hasBuiltCache() ? "auto" : "off");
    }

    @ParameterizedTest
    @EnumSource(Way.class)
    void nothingIsLeftRunning(Way way) throws Exception {
        var setup = below(PARENT)
                .configTables(LittleServer.section("little", folder.resolve("little.log"), ""))
                .modelReplies(ModelReply.reply()
                        .call(
                                "exec_command",
                                "long",
                                Map.of(
                                        "cmd",
                                        "sleep 900 & echo begun; wait",
                                        "login",
                                        false,
                                        "yield_time_ms",
                                        900_000)));
        try (var server = setup.start()) {
            var thread = busyThread(server);
            var started =
                    ProcessHandle.of(server.pid()).orElseThrow().descendants().toList();
            assertThat(started)
                    .as("the server, a tool server, three shells and what they run")
                    .hasSizeGreaterThanOrEqualTo(8);

            end(server, way);

            for (var process : started) {
                process.onExit().get(TestAppServer.LIMIT.toSeconds(), TimeUnit.SECONDS);
            }
            server.restart();
            assertThat(server.resumeThread(thread.id()).turns())
                    .extracting(TestTurn::status)
                    .containsExactly("interrupted");
        }
    }

    /** Runs three commands: the model's, a client's on pipes, a client's in a terminal. */
    private static TestThread busyThread(TestAppServer server) {
        var thread = server.startThread(Map.of("sandbox", "danger-full-access"));
        server.startTurn(thread, "go");
        server.next("item/commandExecution/outputDelta");
        for (var tty : List.of(false, true)) {
            var command = List.of("/bin/sh", "-c", "sleep 900 & echo begun; wait");
            var process = Map.of(
                    "command",
                    command,
                    "processId",
                    "tty-" + tty,
                    "tty",
                    tty,
                    "streamStdoutStderr",
                    true, //
                    "disableTimeout",
                    true,
                    "sandboxPolicy",
                    Map.of("type", "dangerFullAccess"));
            server.send("command/exec", process);
            server.next("command/exec/outputDelta");
        }
        return thread;
    }

    private static void end(TestAppServer server, Way way) throws Exception {
        switch (way) {
            case END_OF_INPUT -> server.end();
            case DEATH_OF_THE_PARENT -> server.kill();
            case SIGNAL -> {
                var java =
                        ProcessHandle.of(server.pid()).orElseThrow().children().findFirst();
                assertThat(java.orElseThrow().destroy()).isTrue();
            }
        }
    }

    /** The JVM shows its threads on a signal, and would do so in the middle of the protocol. */
    @Test
    void theSignalThatIsNoEndSaysNothingOnStdout() throws Exception {
        try (var server =
                TestAppServer.in(folder).process(PackagedServer.command()).start()) {
            var quit = new ProcessBuilder("kill", "-QUIT", String.valueOf(server.pid())).start();
            assertThat(quit.waitFor()).isZero();

            server.call("thread/loaded/list", Map.of());

            assertThat(server.end()).isZero();
            assertThat(server.log()).contains("Full thread dump");
            server.assertNothingUnread();
        }
    }

    @Test
    void aServerThatShallOutliveItsParentDoes() throws Exception {
        try (var server = below(PARENT_THAT_IS_OUTLIVED).start()) {
            var parent = ProcessHandle.of(server.pid()).orElseThrow();
            var slow = Map.of("command", List.of("sleep", "1.5"), "sandboxPolicy", Map.of("type", "dangerFullAccess"));
            var answer = server.send("command/exec", slow);

            parent.destroyForcibly();
            parent.onExit().get(TestAppServer.LIMIT.toSeconds(), TimeUnit.SECONDS);

            assertThat(server.answerTo(answer)).isInstanceOf(Answer.Result.class);
        }
    }
}
