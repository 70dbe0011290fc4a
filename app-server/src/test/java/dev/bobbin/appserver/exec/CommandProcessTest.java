package dev.bobbin.appserver.exec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class CommandProcessTest {
    private static final Duration LONG = Duration.ofSeconds(30);
    private static final Map<String, String> ENVIRONMENT = Map.of("PATH", System.getenv("PATH"), "GREETING", "hello");

    @TempDir
    Path cwd;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    private CommandProcess start(String script, Launch.TerminalSize terminal, boolean takesInput) throws IOException {
        return CommandProcess.start(
                new Launch(List.of("/bin/sh", "-c", script), cwd, ENVIRONMENT, terminal, takesInput),
                (stream, bytes, length) -> (stream == OutputSink.Stream.STDOUT ? out : err).write(bytes, 0, length));
    }

    private String out() {
        return out.toString(StandardCharsets.UTF_8);
    }

    @Test
    void outputExitCodeAndEnvironment() throws Exception {
        var process = start("echo $GREETING; pwd; echo oops >&2; exit 3", null, false);
        assertThat(process.await()).isEqualTo(3);
        assertThat(out()).isEqualTo("hello\n" + cwd.toRealPath() + "\n");
        assertThat(err.toString(StandardCharsets.UTF_8)).isEqualTo("oops\n");
    }

    @Test
    void withoutInputItReadsNothing() throws Exception {
        assertThat(start("cat; echo end", null, false).await()).isZero();
        assertThat(out()).isEqualTo("end\n");
    }

    @Test
    void inputReachesIt() throws Exception {
        var process = start("read line; echo got $line", null, true);
        process.write("words\n".getBytes(StandardCharsets.UTF_8));
        assertThat(process.await()).isZero();
        assertThat(out()).isEqualTo("got words\n");
    }

    @Test
    void aTerminalIsATerminal() throws Exception {
        var process = start("test -t 0 && test -t 1 && stty size", new Launch.TerminalSize(24, 100), true);
        assertThat(process.await()).isZero();
        assertThat(out()).isEqualTo("24 100\r\n");
    }

    @Test
    void killingEndsTheWholeGroup() throws Exception {
        var started = new CountDownLatch(1);
        var process = CommandProcess.start(
                new Launch(List.of("/bin/sh", "-c", "sleep 1000 & echo $!; wait"), cwd, ENVIRONMENT, null, false),
                (_, bytes, length) -> {
                    out.write(bytes, 0, length);
                    started.countDown();
                });
        started.await();
        var grandchild = ProcessHandle.of(Long.parseLong(out().strip())).orElseThrow();

        process.kill();

        assertThat(process.await(LONG)).isTrue();
        var deadline = System.nanoTime() + LONG.toNanos();
        while (grandchild.isAlive() && System.nanoTime() < deadline) {
            Thread.onSpinWait();
        }
        assertThat(grandchild.isAlive()).isFalse();
        assertThat(process.exitCode()).isEqualTo(128 + 9);
    }

    @Test
    void theServersDescendantsEndWithTheirGroupsAndNothingElseDoes() throws Exception {
        var outside = new ProcessBuilder("sleep", "600").start();
        try {
            var command = start("sleep 600 & sleep 600", null, false);

            Descendants.kill();

            assertThat(command.await(LONG)).isTrue();
            assertThat(outside.isAlive()).isTrue();
        } finally {
            outside.destroyForcibly();
        }
    }

    @Test
    void aChildThatKeepsTheOutputOpenHoldsNobodyUp() throws Exception {
        var process = start("sleep 1000 & echo done", null, false);
        assertThat(process.await(LONG)).isTrue();
        assertThat(out()).isEqualTo("done\n");
        process.kill();
    }

    @Test
    void aMissingProgramIsAnError() {
        assertThatThrownBy(() -> CommandProcess.start(
                        new Launch(List.of("/bin/sh"), cwd.resolve("absent"), ENVIRONMENT, null, false),
                        (_, _, _) -> {}))
                .isInstanceOf(IOException.class);
    }
}
