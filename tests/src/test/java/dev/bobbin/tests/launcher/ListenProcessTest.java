package dev.bobbin.tests.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bobbin.tests.harness.ModelReply;
import dev.bobbin.tests.harness.PackagedServer;
import dev.bobbin.tests.harness.ServerSetup;
import dev.bobbin.tests.harness.TestAppServer;
import dev.bobbin.tests.harness.TestThread;
import java.io.BufferedReader;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardWatchEventKinds;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A server that listens, as a process: what it prints, and how it ends. */
@Tag("process")
class ListenProcessTest {
    private static final long LOOK_AGAIN_MILLIS = 20;
    private static final String LISTENING = "  listening on: ";
    private static final Map<String, ?> EXPERIMENTAL = Map.of("experimentalApi", true);

    @Test
    void theFirstSignalLetsTurnsEnd(@TempDir Path folder) throws Exception {
        var setup = TestAppServer.in(folder).modelReplies(halfSaid());
        try (var model = setup.prepareHome();
                var server = new Listening(setup, "ws://127.0.0.1:0");
                var client = setup.connect(server.address(), EXPERIMENTAL)) {
            var thread = threadThatHeardHalf(client);

            server.signal("TERM");
            client.call("thread/loaded/list", Map.of());
            model.open("rest");

            assertThat(client.finishTurn(thread).status()).isEqualTo("completed");
            assertThat(server.awaitExit()).isZero();
        }
    }

    @Test
    void theSecondSignalInterruptsThem(@TempDir Path folder) throws Exception {
        var setup = TestAppServer.in(folder).modelReplies(halfSaid());
        try (var _ = setup.prepareHome();
                var server = new Listening(setup, "ws://127.0.0.1:0");
                var client = setup.connect(server.address(), EXPERIMENTAL)) {
            var thread = threadThatHeardHalf(client);

            // Not INT: whoever runs the tests in the background has it ignored by all that they start.
            server.signal("TERM");
            client.call("thread/loaded/list", Map.of());
            server.signal("TERM");

            assertThat(client.finishTurn(thread).status()).isEqualTo("interrupted");
            assertThat(server.awaitExit()).isZero();
        }
    }

    @Test
    void theProxyCarriesAClientToTheControlSocket(@TempDir Path folder) throws Exception {
        var setup = TestAppServer.in(folder);
        try (var _ = setup.prepareHome();
                var server = new Listening(setup, "unix://")) {
            server.awaitControlSocket();
            var proxy = start(setup, "proxy");
            try (var input = proxy.getOutputStream();
                    var output = proxy.getInputStream()) {
                input.write("""
                        GET /rpc HTTP/1.1\r
                        Host: here\r
                        Upgrade: websocket\r
                        Connection: Upgrade\r
                        Sec-WebSocket-Version: 13\r
                        Sec-WebSocket-Key: AAAAAAAAAAAAAAAAAAAAAA==\r
                        \r
                        """.getBytes(StandardCharsets.US_ASCII));
                input.flush();
                assertThat(new String(output.readNBytes(12), StandardCharsets.US_ASCII))
                        .isEqualTo("HTTP/1.1 101");
            } finally {
                proxy.destroy();
            }
        }
    }

    @Test
    void whatCannotBeListenedOnIsSaidInOneLine(@TempDir Path folder) throws Exception {
        var setup = TestAppServer.in(folder);
        try (var _ = setup.prepareHome()) {
            var refused = start(setup, "--listen", "ws://0.0.0.0:0");
            try (var errors = refused.errorReader(StandardCharsets.UTF_8)) {
                assertThat(errors.lines())
                        .containsExactly(
                                "Error: refusing to start non-loopback websocket listener 0.0.0.0:0 without auth;"
                                        + " configure `--ws-auth capability-token` or `--ws-auth signed-bearer-token`");
            }
            assertThat(refused.waitFor()).isEqualTo(1);
        }
    }

    private static ModelReply halfSaid() {
        return ModelReply.reply().beginMessage("Al").gate("rest").endMessage("All.");
    }

    private static TestThread threadThatHeardHalf(TestAppServer client) {
        var thread = client.startThread();
        client.startTurn(thread, "all?");
        client.next("item/agentMessage/delta");
        return thread;
    }

    private static Process start(ServerSetup setup, String... arguments) throws IOException {
        var command = new ArrayList<>(PackagedServer.command());
        command.addAll(List.of(arguments));
        var builder = new ProcessBuilder(command).directory(setup.cwd().toFile());
        builder.environment().put("CODEX_HOME", setup.home().toString());
        builder.environment().put("BOBBIN_AOT", "off");
        return builder.start();
    }

    /** A server process. */
    private static final class Listening implements AutoCloseable {
        private final ServerSetup setup;
        private final Process process;
        private final BufferedReader errors;

        Listening(ServerSetup setup, String url) throws IOException {
            this.setup = setup;
            this.process = start(setup, "--listen", url);
            this.errors = process.errorReader(StandardCharsets.UTF_8);
        }

        URI address() throws IOException {
            var said = new ArrayList<String>();
            for (String line; (line = errors.readLine()) != null; said.add(line)) {
                if (line.startsWith(LISTENING)) {
                    return URI.create(line.substring(LISTENING.length()));
                }
            }
            throw new AssertionError("the server does not say where it listens: " + said);
        }

        /** The socket appears without a word. */
        void awaitControlSocket() throws Exception {
            var socket = setup.home().resolve("app-server-control").resolve("app-server-control.sock");
            try (var watch = FileSystems.getDefault().newWatchService()) {
                setup.home().register(watch, StandardWatchEventKinds.ENTRY_CREATE);
                while (!Files.exists(socket)) {
                    assertThat(process.isAlive()).as("the server runs").isTrue();
                    watch.poll(LOOK_AGAIN_MILLIS, TimeUnit.MILLISECONDS);
                }
            }
        }

        void signal(String name) throws Exception {
            assertThat(new ProcessBuilder("kill", "-" + name, Long.toString(process.pid()))
                            .start()
                            .waitFor())
                    .isZero();
        }

        int awaitExit() throws InterruptedException {
            assertThat(process.waitFor(TestAppServer.LIMIT.toMillis(), TimeUnit.MILLISECONDS))
                    .as("the server ends")
                    .isTrue();
            return process.exitValue();
        }

        @Override
        public void close() {
            process.destroyForcibly();
        }
    }
}
