package dev.bobbin.tests.fault;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.bobbin.tests.harness.PackagedServer;
import dev.bobbin.tests.harness.TestAppServer;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;

/** The packaged server on real pipes, with a ledger of all that is said, that can be killed at any line. */
final class KillVictim implements AutoCloseable {
    /** What a client does with what it hears. Called by the reader. */
    interface Client {
        void heard(KillVictim victim, JsonNode message);
    }

    static final long LIMIT_NANOS = TestAppServer.LIMIT.toNanos();

    private static final ObjectMapper JSON = new ObjectMapper();

    private final Process process;
    private final OutputStream input;
    private final ReentrantLock writing = new ReentrantLock();
    private final KillLedger ledger;
    private final KillLog log;
    private final Thread reader;

    private KillVictim(Process process, KillLedger ledger, KillLog log, Client client) {
        this.process = process;
        this.input = process.getOutputStream();
        this.ledger = ledger;
        this.log = log;
        this.reader = Thread.ofVirtual().name("victim-output").start(() -> read(client));
    }

    static KillVictim start(Path folder, KillLedger ledger, KillLog log, Client client) throws IOException {
        var builder = new ProcessBuilder(PackagedServer.command())
                .directory(folder.resolve("cwd").toFile())
                .redirectError(
                        ProcessBuilder.Redirect.appendTo(folder.resolve("log").toFile()));
        builder.environment().keySet().removeIf(name -> name.startsWith("CODEX_") || name.endsWith("_API_KEY"));
        builder.environment()
                .putAll(Map.of(
                        "TZ", "UTC",
                        "CODEX_HOME", folder.resolve("home").toString(),
                        "HOME", folder.resolve("user").toString()));
        ledger.started();
        return new KillVictim(builder.start(), ledger, log, client);
    }

    private void read(Client client) {
        try (var lines = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
            for (var line = lines.readLine(); line != null; line = lines.readLine()) {
                log.received(line);
                JsonNode message;
                try {
                    message = JSON.readTree(line);
                } catch (JsonProcessingException e) {
                    // The last line of a killed process may be cut; then nobody was told anything by it.
                    log.noted("a line that is no message");
                    continue;
                }
                ledger.heard(message);
                client.heard(this, message);
            }
        } catch (IOException e) {
            log.noted("the pipe broke");
        } finally {
            ledger.ended();
        }
    }

    void greet() throws InterruptedException {
        call(
                "initialize",
                Map.of(
                        "clientInfo",
                        Map.of("name", "kill-run", "title", "Kill run", "version", "1"),
                        "capabilities",
                        Map.of("experimentalApi", true)));
        write("{\"method\":\"initialized\"}");
    }

    /** Sends a request and waits for its result; a refusal is an error. */
    JsonNode call(String method, Map<String, ?> params) throws InterruptedException {
        var answer = ask(method, params);
        if (answer.has("error")) {
            throw new AssertionError(method + " " + params + " was refused: " + answer.get("error"));
        }
        return answer.path("result");
    }

    /** Sends a request and waits for its answer. */
    JsonNode ask(String method, Map<String, ?> params) throws InterruptedException {
        return ledger.answer(send(method, params), LIMIT_NANOS);
    }

    /** Sends a request. */
    String send(String method, Map<String, ?> params) {
        var id = log.nextId();
        JsonNode tree = JSON.valueToTree(params);
        ledger.sent(id, method, tree);
        ObjectNode message = JSON.createObjectNode().put("id", id).put("method", method);
        message.set("params", tree);
        write(message.toString());
        return id;
    }

    /** Answers what the server asked. */
    void reply(JsonNode id, Map<String, ?> result) {
        ObjectNode message = JSON.createObjectNode();
        message.set("id", id);
        message.set("result", JSON.valueToTree(result));
        write(message.toString());
    }

    private void write(String line) {
        log.sent(line);
        writing.lock();
        try {
            input.write((line + "\n").getBytes(StandardCharsets.UTF_8));
            input.flush();
        } catch (IOException e) {
            log.noted("the server takes no more");
        } finally {
            writing.unlock();
        }
    }

    /** {@code kill -9}, after turning round a little. */
    void kill(int spins) {
        for (var i = 0; i < spins; i++) {
            Thread.onSpinWait();
        }
        log.noted("killed");
        process.destroyForcibly();
    }

    /** Kills and waits until all that it said was heard. */
    @Override
    public void close() throws InterruptedException {
        process.destroyForcibly();
        if (!process.waitFor(LIMIT_NANOS, TimeUnit.NANOSECONDS) || !reader.join(TestAppServer.LIMIT)) {
            throw new AssertionError("the server outlives kill -9");
        }
    }

    /** The rollouts of a home, active and archived. */
    static List<Path> rollouts(Path folder) throws IOException {
        try (var files = Files.walk(folder.resolve("home"))) {
            return files.filter(file -> file.getFileName().toString().startsWith("rollout-")
                            && file.getFileName().toString().endsWith(".jsonl"))
                    .toList();
        }
    }
}
