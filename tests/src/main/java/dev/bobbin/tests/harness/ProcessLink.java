package dev.bobbin.tests.harness;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** A server in a process of its own, over real stdio. */
final class ProcessLink implements ServerLink {
    private static final Duration KILL_LIMIT = Duration.ofSeconds(5);

    private final Process process;
    private final OutputStream input;
    private final Path log;
    private final Thread reader;

    private ProcessLink(Process process, Path log, Listener listener) {
        this.process = process;
        this.input = process.getOutputStream();
        this.log = log;
        this.reader =
                Thread.ofVirtual().name("server-output").start(() -> readLines(process.getInputStream(), listener));
    }

    static ProcessLink start(List<String> command, Path cwd, Map<String, String> environment, Listener listener)
            throws IOException {
        var log = Files.createTempFile("bobbin-test-", ".log");
        var builder = new ProcessBuilder(command).directory(cwd.toFile()).redirectError(log.toFile());
        builder.environment().keySet().removeIf(name -> name.startsWith("CODEX_") || name.endsWith("_API_KEY"));
        builder.environment().putAll(environment);
        return new ProcessLink(builder.start(), log, listener);
    }

    private static void readLines(InputStream output, Listener listener) {
        try (var lines = new BufferedReader(new InputStreamReader(output, StandardCharsets.UTF_8))) {
            for (var line = lines.readLine(); line != null; line = lines.readLine()) {
                listener.line(line);
            }
        } catch (IOException e) {
            // The pipe breaks when the process is killed; its end is reported below either way.
        } finally {
            listener.ended();
        }
    }

    @Override
    public void send(byte[] bytes) {
        try {
            input.write(bytes);
            input.flush();
        } catch (IOException e) {
            // The server is gone; what it fails to say is what the test will see.
        }
    }

    @Override
    public void closeInput() {
        try {
            input.close();
        } catch (IOException e) {
            // Already closed by the other side.
        }
    }

    @Override
    public void kill() {
        process.destroyForcibly();
    }

    @Override
    public int awaitExit(Duration limit) throws InterruptedException {
        if (!process.waitFor(limit.toMillis(), TimeUnit.MILLISECONDS)) {
            throw new AssertionError("the server still runs " + limit.toMillis() + " ms after it was told to end");
        }
        reader.join(limit);
        return process.exitValue();
    }

    @Override
    public String log() {
        try {
            return Files.readString(log);
        } catch (IOException e) {
            return "(no log: " + e.getMessage() + ")";
        }
    }

    @Override
    public long pid() {
        return process.pid();
    }

    @Override
    public void close() {
        closeInput();
        process.destroyForcibly();
        try {
            process.waitFor(KILL_LIMIT.toMillis(), TimeUnit.MILLISECONDS);
            reader.join(KILL_LIMIT);
            Files.deleteIfExists(log);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (IOException e) {
            // A log left behind in the temporary folder harms nobody.
        }
    }
}
