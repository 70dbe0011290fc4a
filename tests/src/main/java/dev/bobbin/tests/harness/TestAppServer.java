package dev.bobbin.tests.harness;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.googlecode.jsonrpc4j.JsonRpcClient;
import dev.bobbin.protocol.method.Method;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/**
 * An app-server under test and the client that talks to it.
 *
 * <p>Owns what tests should not have to: the handshake, request ids, one time limit for every wait (whose failure shows
 * all that was said so far), the home and its configuration, and the scripted model. It runs Bobbin in process, or any
 * app-server as a process over real stdio, with one API:
 *
 * <pre>{@code
 * try (var server = TestAppServer.in(home).modelSays("Paris.").start()) {
 *     var thread = server.startThread();
 *     assertThat(server.runTurn(thread, "What is the capital of France?").answer()).isEqualTo("Paris.");
 * }
 * }</pre>
 *
 * <p>Methods are for one thread, the test's. Anything unexpected is an {@link AssertionError}.
 */
public final class TestAppServer implements AutoCloseable {
    /** How long anything may take before the test fails. Generous: it is only reached when something is broken. */
    public static final Duration LIMIT = Duration.ofSeconds(30);

    private final ServerSetup setup;
    private final Transcript transcript = new Transcript();
    private final ObjectMapper json = new ObjectMapper();
    private final JsonRpcClient client = new JsonRpcClient(json);
    private final Inbox inbox = new Inbox(json, transcript);
    private ServerLink link;
    private int requests;

    TestAppServer(ServerSetup setup) throws IOException {
        this.setup = setup;
        this.link = setup.launch(inbox);
    }

    /** Describes a server on the given home, {@code CODEX_HOME}. */
    public static ServerSetup in(Path home) {
        return new ServerSetup(home);
    }

    /** The home the server works on. */
    public Path home() {
        return setup.home();
    }

    /** The folder that threads work in unless they say otherwise. */
    public Path cwd() {
        return setup.cwd();
    }

    /** The model that the server was configured with. */
    public ScriptedModel model() {
        return setup.model();
    }

    /** All that was said so far. */
    public Transcript transcript() {
        return transcript;
    }

    /** The server's process id; our own where it runs in process. */
    public long pid() {
        return link.pid();
    }

    /** What the server logged so far; empty where it runs in process. */
    public String log() {
        return link.log();
    }

    // ---- the wire ----

    /** Sends a request and returns its result; an error answer fails the test. */
    public JsonNode call(Method<?, ?> method, Map<String, ?> params) {
        return call(method.name(), params);
    }

    /** As {@link #call(Method, Map)}, by wire name. */
    public JsonNode call(String method, Map<String, ?> params) {
        return switch (tryCall(method, params)) {
            case Answer.Result result -> result.value();
            case Answer.Refused refused -> throw failure(method + " was refused: " + refused.error());
        };
    }

    /** Sends a request and returns its answer, whichever it is. */
    public Answer tryCall(Method<?, ?> method, Map<String, ?> params) {
        return tryCall(method.name(), params);
    }

    /** As {@link #tryCall(Method, Map)}, by wire name. */
    public Answer tryCall(String method, Map<String, ?> params) {
        return answerTo(send(method, params));
    }

    /** Sends a request that has to be refused, and returns its error. */
    public RpcError refusal(Method<?, ?> method, Map<String, ?> params) {
        return switch (tryCall(method, params)) {
            case Answer.Refused refused -> refused.error();
            case Answer.Result result -> throw failure(method.name() + " was not refused: " + result.value());
        };
    }

    /** Sends a request without waiting. Returns the id to give to {@link #answerTo}. */
    public String send(String method, Map<String, ?> params) {
        var id = "t-" + ++requests;
        sendLine(client.createRequest(method, json.valueToTree(params), id).toString());
        return id;
    }

    /** Sends a notification. */
    public void tell(String method) {
        sendLine("{\"method\":\"" + method + "\"}");
    }

    /** Sends one line as it is. */
    public void sendLine(String line) {
        transcript.sent(line);
        link.send((line + "\n").getBytes(StandardCharsets.UTF_8));
    }

    /** Sends bytes as they are, without a newline. */
    public void sendBytes(byte[] bytes) {
        transcript.sent("(" + bytes.length + " raw bytes)");
        link.send(bytes);
    }

    /** Waits for the answer to a request sent by {@link #send}. */
    public Answer answerTo(String id) {
        return rawAnswerTo("\"" + id + "\"");
    }

    /** Waits for the answer to a request whose id reads as the given JSON text. */
    public Answer rawAnswerTo(String idText) {
        var message = inbox.answer(idText, LIMIT).orElseThrow(() -> failure("no answer to request " + idText));
        var error = message.get("error");
        if (error == null) {
            return new Answer.Result(message.path("result"));
        }
        return new Answer.Refused(
                new RpcError(error.path("code").asInt(), error.path("message").asText(), error.get("data")));
    }

    /** Waits for the next unread notification of that method and returns its params. */
    public JsonNode next(String method) {
        return next(method, _ -> true);
    }

    /** Waits for the next unread notification of that method whose params fit. */
    public JsonNode next(String method, Predicate<JsonNode> fits) {
        return inbox.notification(
                        note -> note.path("method").asText().equals(method) && fits.test(note.path("params")), LIMIT)
                .orElseThrow(() -> failure("no notification " + method))
                .path("params");
    }

    /** Takes every unread notification of a thread, in order, without waiting. */
    public List<JsonNode> unread(String threadId) {
        return inbox.drain(note -> note.path("params").path("threadId").asText().equals(threadId));
    }

    /** Waits for the server to ask something of that method. */
    public ServerRequest nextRequest(String method) {
        var asked = inbox.request(message -> message.path("method").asText().equals(method), LIMIT)
                .orElseThrow(() -> failure("the server did not ask " + method));
        return new ServerRequest(asked.path("id").asLong(), method, asked.path("params"));
    }

    /** Answers what the server asked. */
    public void answer(ServerRequest request, Map<String, ?> result) {
        ObjectNode message = json.createObjectNode().put("id", request.id());
        message.set("result", json.valueToTree(result));
        sendLine(message.toString());
    }

    /** Refuses what the server asked. */
    public void refuse(ServerRequest request, int code, String text) {
        ObjectNode message = json.createObjectNode().put("id", request.id());
        message.putObject("error").put("code", code).put("message", text);
        sendLine(message.toString());
    }

    // ---- the story ----

    /** Starts a thread in {@link #cwd}. */
    public TestThread startThread() {
        return startThread(Map.of());
    }

    /** Starts a thread in {@link #cwd} with more parameters. */
    public TestThread startThread(Map<String, ?> more) {
        var started = new TestThread(call("thread/start", with(more, "cwd", cwd().toString())));
        next(
                "thread/started",
                params -> params.path("thread").path("id").asText().equals(started.id()));
        return started;
    }

    /** Resumes a thread by id. */
    public TestThread resumeThread(String id) {
        return new TestThread(call("thread/resume", Map.of("threadId", id)));
    }

    /** Forks a thread, with more parameters. */
    public TestThread forkThread(TestThread source, Map<String, ?> more) {
        var fork = new TestThread(call("thread/fork", with(more, "threadId", source.id())));
        next(
                "thread/started",
                params -> params.path("thread").path("id").asText().equals(fork.id()));
        return fork;
    }

    /** Runs a turn with one text to its end. */
    public TestTurn runTurn(TestThread thread, String text) {
        startTurn(thread, text);
        return finishTurn(thread);
    }

    /** Starts a turn with one text; returns its id. */
    public String startTurn(TestThread thread, String text) {
        unread(thread.id());
        var result = call("turn/start", Map.of("threadId", thread.id(), "input", List.of(text(text))));
        return result.path("turn").path("id").asText();
    }

    /** Follows the running turn of a thread to its end. */
    public TestTurn finishTurn(TestThread thread) {
        var notes = new ArrayList<JsonNode>();
        while (true) {
            var note = inbox.notification(
                            message -> message.path("params")
                                    .path("threadId")
                                    .asText()
                                    .equals(thread.id()),
                            LIMIT)
                    .orElseThrow(() -> failure("the turn did not end"));
            notes.add(note);
            if (note.path("method").asText().equals("turn/completed")) {
                return new TestTurn(note.path("params").path("turn"), List.copyOf(notes));
            }
        }
    }

    /** One text as a turn's input. */
    public static Map<String, Object> text(String text) {
        return Map.of("type", "text", "text", text);
    }

    private static Map<String, Object> with(Map<String, ?> more, String key, Object value) {
        var all = new LinkedHashMap<String, Object>();
        all.put(key, value);
        all.putAll(more);
        return all;
    }

    // ---- the process ----

    /** Ends the server politely, and starts a new one on the same home. */
    public void restart() throws IOException, InterruptedException {
        end();
        startAgain();
    }

    /** Ends the server without warning. On return it is gone. */
    public void kill() throws InterruptedException {
        transcript.noted("killed");
        link.kill();
        link.awaitExit(LIMIT);
    }

    /** Ends the server without warning, and starts a new one on the same home. */
    public void killAndRestart() throws IOException, InterruptedException {
        kill();
        startAgain();
    }

    /** Ends the server's input and waits for it to leave. Returns its exit status. */
    public int end() throws InterruptedException {
        transcript.noted("end of input");
        link.closeInput();
        var status = link.awaitExit(LIMIT);
        inbox.awaitEnd(LIMIT);
        return status;
    }

    private void startAgain() throws IOException {
        link.close();
        inbox.restarted();
        transcript.noted("restarted");
        link = setup.launch(inbox);
        handshake();
    }

    void handshake() {
        if (setup.handshake()) {
            call("initialize", setup.initializeParams());
            tell("initialized");
        }
    }

    /** Fails if the server asked something that was never answered, or wrote a line that is no message. */
    public void assertNothingUnread() {
        var asked = inbox.unreadRequests();
        if (!asked.isEmpty()) {
            throw failure("the server's requests were not answered: " + asked);
        }
        if (!inbox.rubbish().isEmpty()) {
            throw failure("not a message on the server's output: " + inbox.rubbish());
        }
    }

    private AssertionError failure(String what) {
        return new AssertionError(what + "\n--- transcript ---\n" + transcript + "--- log ---\n" + link.log());
    }

    /** JSON text to a tree, for parameters that are easier written down. */
    public JsonNode tree(String text) {
        try {
            return json.readTree(text);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(text, e);
        }
    }

    /** Ends the server. A line on its output that is no message fails the test. */
    @Override
    public void close() {
        link.close();
        setup.close();
        if (!inbox.rubbish().isEmpty()) {
            throw failure("not a message on the server's output: " + inbox.rubbish());
        }
    }
}
