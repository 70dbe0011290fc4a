package dev.bobbin.appserver.demo;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;

/** A client of one server process: writes a line, reads lines. For one thread. */
final class DemoClient implements AutoCloseable {
    private static final Duration ANSWER_TIMEOUT = Duration.ofSeconds(30);
    private static final JsonMapper JSON = new JsonMapper();

    private final Process process;
    private final BufferedWriter input;
    private final Narrator narrator;

    /** What the server said and nobody looked at yet; empty once at the end of its output. */
    private final BlockingQueue<Optional<String>> output = new LinkedBlockingQueue<>();

    private final Deque<JsonNode> notifications = new ArrayDeque<>();
    private int lastId;

    private DemoClient(Process process, Narrator narrator) {
        this.process = process;
        this.input = process.outputWriter();
        this.narrator = narrator;
    }

    /** Starts a server on a home, as a desktop client would. */
    static DemoClient spawn(Iterable<String> command, Path home, Path folder, Narrator narrator) throws DemoFailure {
        var builder = new ProcessBuilder();
        command.forEach(builder.command()::add);
        builder.environment().put("CODEX_HOME", home.toString());
        builder.directory(folder.toFile()).redirectError(ProcessBuilder.Redirect.INHERIT);
        try {
            var client = new DemoClient(builder.start(), narrator);
            Thread.ofVirtual().name("demo-reader").start(client::readOutput);
            return client;
        } catch (IOException e) {
            throw new DemoFailure("the server could not be started: " + e.getMessage());
        }
    }

    private void readOutput() {
        try (BufferedReader reader = process.inputReader()) {
            for (var line = reader.readLine(); line != null; line = reader.readLine()) {
                output.add(Optional.of(line));
            }
        } catch (IOException e) {
            narrator.bad("reading the server's output: " + e.getMessage());
        } finally {
            output.add(Optional.empty());
        }
    }

    static ObjectNode object() {
        return JSON.createObjectNode();
    }

    /** Sends a request and waits for its answer. Notifications that come before it are kept. */
    JsonNode call(String method, ObjectNode params) throws DemoFailure, InterruptedException {
        var request = object().put("id", ++lastId).put("method", method);
        request.set("params", params);
        send(request);
        for (; ; ) {
            var message = read();
            if (message.path("id").asInt() == lastId && !message.has("method")) {
                return message;
            }
            notifications.add(message);
        }
    }

    void tell(String method) throws DemoFailure {
        send(object().put("method", method));
    }

    /** Waits for a notification, passing over others. */
    JsonNode await(String method, Predicate<JsonNode> wanted) throws DemoFailure, InterruptedException {
        for (; ; ) {
            var message = notifications.isEmpty() ? read() : notifications.remove();
            if (message.path("method").asText().equals(method) && wanted.test(message.path("params"))) {
                return message.path("params");
            }
        }
    }

    private void send(JsonNode message) throws DemoFailure {
        var line = message.toString();
        narrator.sent(line);
        try {
            input.write(line);
            input.write('\n');
            input.flush();
        } catch (IOException e) {
            throw new DemoFailure("the server reads no more: " + e.getMessage());
        }
    }

    private JsonNode read() throws DemoFailure, InterruptedException {
        var line = output.poll(ANSWER_TIMEOUT.toMillis(), TimeUnit.MILLISECONDS);
        if (line == null) {
            throw new DemoFailure("the server said nothing for " + ANSWER_TIMEOUT.toSeconds() + " seconds");
        }
        var text = line.orElseThrow(() -> new DemoFailure("the server ended its output"));
        try {
            var message = JSON.readTree(text);
            if (message.path("method").asText().endsWith("/delta")) {
                narrator.receivedDelta(text);
            } else {
                narrator.received(text);
            }
            return message;
        } catch (JsonProcessingException e) {
            throw new DemoFailure("the server said something that is not JSON: " + text);
        }
    }

    /** Ends the server's input and waits for it to leave. */
    int leave() throws DemoFailure, InterruptedException {
        try {
            input.close();
        } catch (IOException e) {
            throw new DemoFailure("the server's input could not be ended: " + e.getMessage());
        }
        if (!process.waitFor(ANSWER_TIMEOUT.toMillis(), TimeUnit.MILLISECONDS)) {
            throw new DemoFailure("the server did not leave when its input ended");
        }
        return process.exitValue();
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }
}
