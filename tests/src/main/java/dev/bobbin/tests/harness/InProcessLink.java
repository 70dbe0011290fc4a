package dev.bobbin.tests.harness;

import dev.bobbin.appserver.AppServer;
import dev.bobbin.appserver.transport.MemoryTransport;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Bobbin in the test's own process, over memory. What it can't show: real pipes, signals, sudden death. */
final class InProcessLink implements ServerLink {
    private static final Duration POLL = Duration.ofSeconds(1);

    private final MemoryTransport transport = new MemoryTransport();
    private final AppServer server;
    private final Thread serving;
    private final Thread reader;

    private InProcessLink(AppServer server, Listener listener) {
        this.server = server;
        this.serving = Thread.ofPlatform().name("server-under-test").start(this::serve);
        this.reader = Thread.ofVirtual().name("server-output").start(() -> readLines(listener));
    }

    static InProcessLink start(Path home, Path cwd, Map<String, String> environment, Listener listener) {
        return new InProcessLink(new AppServer(List.of(), variables(home, cwd, environment)), listener);
    }

    /** What a server in this process takes for its environment. */
    static Map<String, String> variables(Path home, Path cwd, Map<String, String> environment) {
        var variables = new HashMap<>(System.getenv());
        variables.keySet().removeIf(name -> name.startsWith("CODEX_") || name.endsWith("_API_KEY"));
        variables.put("CODEX_HOME", home.toString());
        variables.put("PWD", cwd.toString());
        variables.putAll(environment);
        return variables;
    }

    private void serve() {
        try {
            server.serve(transport);
        } catch (InterruptedException e) {
            transport.close();
        }
    }

    private void readLines(Listener listener) {
        try {
            while (true) {
                var line = transport.receive(POLL);
                if (line != null) {
                    listener.line(line);
                } else if (transport.awaitClosed(Duration.ZERO)) {
                    break;
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            listener.ended();
        }
    }

    @Override
    public void send(byte[] bytes) {
        try {
            transport.send(bytes);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void closeInput() {
        try {
            transport.endInput();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void kill() {
        throw new UnsupportedOperationException("a server in the test's own process can't be killed: use process()");
    }

    @Override
    public int awaitExit(Duration limit) throws InterruptedException {
        if (!serving.join(limit)) {
            throw new AssertionError("the server still runs " + limit.toMillis() + " ms after it was told to end");
        }
        reader.join(limit);
        return 0;
    }

    @Override
    public String log() {
        return "";
    }

    @Override
    public long pid() {
        return ProcessHandle.current().pid();
    }

    @Override
    public void close() {
        closeInput();
        try {
            awaitExit(TestAppServer.LIMIT);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
