package dev.bobbin.tests.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.bobbin.protocol.json.ByteScan;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.lang.ProcessBuilder.Redirect;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * A server under measurement: a process, spoken to over stdio in raw lines. Each answer has the time at which its last byte was
 * read; nothing is parsed before somebody asks for it, and what nobody waits for is dropped. For one thread.
 */
final class BenchServer implements AutoCloseable {
    /** How long an answer may take before the measurement is given up. */
    static final Duration LIMIT = Duration.ofMinutes(10);

    private static final long END_SECONDS = 10;
    private static final int BUFFER = 1 << 18;
    /** How far into a line its kind is looked for. */
    private static final int HEAD = 64;

    private static final ObjectMapper JSON = new ObjectMapper();

    /** A line and the time at which it was whole, by {@link System#nanoTime}. */
    record Line(byte[] bytes, long at) {
        JsonNode json() throws IOException {
            return JSON.readTree(bytes);
        }
    }

    private final Process process;
    private final OutputStream input;
    private final long spawned;
    private int requests;

    // Guarded by this.
    private final Map<Integer, Line> answers = new HashMap<>();
    private final Map<String, Line> endedTurns = new HashMap<>();
    private boolean ended;

    private BenchServer(Process process, long spawned) {
        this.process = process;
        this.input = process.getOutputStream();
        this.spawned = spawned;
        Thread.ofPlatform().daemon().name("server-output").start(() -> read(process.getInputStream()));
    }

    /** Spawns a server that works on the home and sees nothing else of the user. */
    static BenchServer start(List<String> command, Path home, Map<String, String> environment) throws IOException {
        var user = Files.createDirectories(home.resolveSibling("user"));
        var builder = new ProcessBuilder(command)
                .directory(home.toFile())
                .redirectError(Redirect.to(home.resolveSibling("log").toFile()));
        builder.environment().keySet().removeIf(name -> name.startsWith("CODEX_") || name.endsWith("_API_KEY"));
        builder.environment()
                .putAll(Map.of("CODEX_HOME", home.toString(), "HOME", user.toString(), "RUST_LOG", "error"));
        builder.environment().putAll(environment);
        var spawned = System.nanoTime();
        return new BenchServer(builder.start(), spawned);
    }

    private void read(InputStream output) {
        var lines = new LineSplitter(output, BUFFER);
        try {
            for (var line = lines.next(); line != null; line = lines.next()) {
                took(new Line(line, System.nanoTime()));
            }
        } catch (IOException e) {
            // The process is gone: who waits for it finds out below.
        }
        synchronized (this) {
            ended = true;
            notifyAll();
        }
    }

    private synchronized void took(Line line) {
        var head = new String(line.bytes(), 0, Math.min(HEAD, line.bytes().length), StandardCharsets.ISO_8859_1);
        if (head.startsWith("{\"id\":")) {
            answers.put(Integer.parseInt(head.substring(6, head.indexOf(','))), line);
            notifyAll();
        } else if (head.startsWith("{\"method\":\"turn/completed\"")) {
            var text = new String(line.bytes(), StandardCharsets.ISO_8859_1);
            var name = "\"threadId\":\"";
            var at = text.indexOf(name) + name.length();
            endedTurns.put(text.substring(at, text.indexOf('"', at)), line);
            notifyAll();
        }
    }

    /** Sends a request, with params as JSON, and returns its id at once. */
    int send(String method, String params) throws IOException {
        write("{\"id\":" + ++requests + ",\"method\":\"" + method + "\",\"params\":" + params + "}\n");
        return requests;
    }

    private void write(String line) throws IOException {
        input.write(line.getBytes(StandardCharsets.UTF_8));
        input.flush();
    }

    /** Waits for the answer to a request, whichever it is. */
    synchronized Line answer(int id) throws IOException, InterruptedException {
        var deadline = System.nanoTime() + LIMIT.toNanos();
        while (!answers.containsKey(id)) {
            await(deadline, "an answer to request " + id);
        }
        return answers.remove(id);
    }

    private synchronized void await(long deadline, String what) throws IOException, InterruptedException {
        var left = deadline - System.nanoTime();
        if (ended || left <= 0) {
            throw new IOException("there was never " + what + (ended ? ": the server ended" : ""));
        }
        TimeUnit.NANOSECONDS.timedWait(this, left);
    }

    /** What a request brought. */
    record Called(Line line, long nanos) {}

    /**
     * Sends a request and waits for its result.
     *
     * @throws IOException if it is refused, or never answered
     */
    Called call(String method, String params) throws IOException, InterruptedException {
        var sent = System.nanoTime();
        var line = answer(send(method, params));
        var head = new String(line.bytes(), 0, Math.min(HEAD, line.bytes().length), StandardCharsets.ISO_8859_1);
        if (head.contains(",\"error\":")) {
            throw new IOException(method + " was refused: " + new String(line.bytes(), StandardCharsets.UTF_8));
        }
        return new Called(line, line.at() - sent);
    }

    /** Greets the server; returns the time since it was spawned. */
    long initialize() throws IOException, InterruptedException {
        var greeted = call(
                "initialize",
                "{\"clientInfo\":{\"name\":\"bench\",\"title\":\"Bench\",\"version\":\"1\"},"
                        + "\"capabilities\":{\"experimentalApi\":true}}");
        write("{\"method\":\"initialized\"}\n");
        return greeted.line().at() - spawned;
    }

    /** Starts a thread and returns its id. */
    String startThread() throws IOException, InterruptedException {
        return threadId(call("thread/start", "{\"cwd\":\"/tmp\"}"));
    }

    static String threadId(Called started) throws IOException {
        return started.line().json().at("/result/thread/id").asText();
    }

    /** Asks for a turn without waiting. */
    void startTurn(String threadId, String text) throws IOException {
        synchronized (this) {
            endedTurns.remove(threadId);
        }
        send(
                "turn/start",
                "{\"threadId\":\"" + threadId + "\",\"input\":[{\"type\":\"text\",\"text\":\"" + text + "\"}]}");
    }

    /** Waits for the end of a thread's turn; returns when it was told. */
    long awaitTurn(String threadId) throws IOException, InterruptedException {
        var deadline = System.nanoTime() + LIMIT.toNanos();
        Line line;
        synchronized (this) {
            while (!endedTurns.containsKey(threadId)) {
                await(deadline, "an end of a turn");
            }
            line = endedTurns.remove(threadId);
        }
        var turn = line.json().at("/params/turn");
        if (!turn.path("status").asText().equals("completed")) {
            throw new IOException("a turn ended otherwise: " + turn);
        }
        return line.at();
    }

    /** Runs a turn to its end; returns how long that took. */
    long turn(String threadId, String text) throws IOException, InterruptedException {
        var sent = System.nanoTime();
        startTurn(threadId, text);
        return awaitTurn(threadId) - sent;
    }

    /** Time since the process was spawned, at a moment. */
    long sinceSpawned(long at) {
        return at - spawned;
    }

    /** A figure of {@code /proc/PID/status}, such as {@code VmHWM}, in MiB. */
    double mebibytes(String name) throws IOException {
        for (var line : Files.readAllLines(Path.of("/proc", String.valueOf(process.pid()), "status"))) {
            if (line.startsWith(name + ":")) {
                return Long.parseLong(line.replaceAll("\\D", "")) / 1024.0;
            }
        }
        throw new IOException("there is no " + name);
    }

    /** What the process has used of processors since its start. */
    Duration cpu() throws IOException {
        return process.info().totalCpuDuration().orElseThrow(() -> new IOException("the process is gone"));
    }

    /** Ends the server's input and waits for it to end; ends it otherwise if it does not. */
    @Override
    public void close() throws IOException {
        try {
            input.close();
        } catch (IOException e) {
            // It has ended by itself.
        }
        try {
            if (!process.waitFor(END_SECONDS, TimeUnit.SECONDS)) {
                process.destroyForcibly().waitFor();
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }

    /** Cuts a stream into lines. */
    private static final class LineSplitter {
        private final InputStream in;
        private byte[] buffer;
        private int from;
        private int to;

        LineSplitter(InputStream in, int size) {
            this.in = in;
            this.buffer = new byte[size];
        }

        byte @Nullable [] next() throws IOException {
            var seen = from;
            while (true) {
                seen = ByteScan.find(buffer, seen, to, '\n', '\n');
                if (seen < to) {
                    var line = Arrays.copyOfRange(buffer, from, seen);
                    from = seen + 1;
                    return line;
                }
                if (from > 0) {
                    System.arraycopy(buffer, from, buffer, 0, to - from);
                    seen -= from;
                    to -= from;
                    from = 0;
                }
                if (to == buffer.length) {
                    buffer = Arrays.copyOf(buffer, buffer.length * 2);
                }
                var count = in.read(buffer, to, buffer.length - to);
                if (count < 0) {
                    return null;
                }
                to += count;
            }
        }
    }
}
