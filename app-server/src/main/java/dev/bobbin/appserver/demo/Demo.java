package dev.bobbin.appserver.demo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The session that {@code bobbin demo} shows, from spawn to disk and back. */
public final class Demo {
    private static final String CONFIG = """
            model = "offline"
            model_provider = "offline"
            """;

    private final Narrator narrator;
    private final Path home;
    private final Path folder;

    private Demo(Narrator narrator, Path home, Path folder) {
        this.narrator = narrator;
        this.home = home;
        this.folder = folder;
    }

    /**
     * Shows the session, in a home of its own that is deleted afterwards.
     *
     * @return whether everything was as expected
     */
    public static boolean run(Narrator narrator) throws InterruptedException {
        Path temporary = null;
        try {
            temporary = Files.createTempDirectory("bobbin-demo").toRealPath();
            var home = Files.createDirectory(temporary.resolve("home"));
            var folder = Files.createDirectory(temporary.resolve("project"));
            Files.writeString(home.resolve("config.toml"), CONFIG);
            new Demo(narrator, home, folder).show();
            return true;
        } catch (DemoFailure | IOException e) {
            narrator.bad(String.valueOf(e.getMessage()));
            return false;
        } finally {
            delete(temporary, narrator);
        }
    }

    private void show() throws DemoFailure, InterruptedException {
        narrator.say("A client (→) spawns a server (←) and speaks JSON-RPC with it, one message a line.");
        narrator.say("CODEX_HOME is " + home + "; the model is the built-in one that needs no network.");
        String main;
        String side;
        try (var client = start("Spawn a server, and shake hands")) {
            main = startThread(client);
            streamTurn(client, main, "Hello! Which thread is this?");
            side = forkEphemeral(client, main);
            streamTurn(client, side, "A side question: is this kept on disk?");
            stop(client);
        }
        try (var client = start("Restart: a new process on the same home")) {
            refusePath(client, "thread/resume", side);
            refusePath(client, "thread/fork", side);
            resume(client, main);
            runTurn(client, main);
            list(client, main, side);
            stop(client);
        }
        narrator.say("");
        narrator.good("everything was as expected");
    }

    private DemoClient start(String why) throws DemoFailure, InterruptedException {
        narrator.step(why);
        var client = DemoClient.spawn(serverCommand(), home, folder, narrator);
        var params = DemoClient.object();
        params.putObject("clientInfo").put("name", "bobbin-demo").put("version", "1.0.0");
        params.putObject("capabilities").put("experimentalApi", true);
        var result = result(client.call("initialize", params));
        expect(result.path("codexHome").asText().equals(home.toString()), "the server works in CODEX_HOME", result);
        client.tell("initialized");
        return client;
    }

    /** The launcher that started this process, or this process's JVM. */
    private static List<String> serverCommand() {
        var distribution = System.getProperty("bobbin.home");
        if (distribution != null) {
            return List.of(Path.of(distribution, "bin", "bobbin").toString(), "app-server");
        }
        return List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                "dev.bobbin.appserver.Main",
                "app-server");
    }

    private String startThread(DemoClient client) throws DemoFailure, InterruptedException {
        narrator.step("thread/start: a new thread");
        var params = DemoClient.object().put("cwd", folder.toString());
        var thread = result(client.call("thread/start", params)).path("thread");
        expect(thread.path("id").isTextual(), "the thread has an id, " + thread.path("id"), thread);
        expect(thread.path("path").asText().startsWith(home.toString()), "its file will lie in CODEX_HOME", thread);
        return thread.path("id").asText();
    }

    private void streamTurn(DemoClient client, String thread, String question)
            throws DemoFailure, InterruptedException {
        narrator.step("turn/start: ask, and see the answer stream in");
        result(client.call("turn/start", input(thread, question)));
        var delta = client.await("item/agentMessage/delta", params -> isOf(params, thread));
        var answer = client.await(
                "item/completed",
                params -> isOf(params, thread)
                        && params.path("item").path("type").asText().equals("agentMessage"));
        var text = answer.path("item").path("text").asText();
        expect(text.startsWith(delta.path("delta").asText()), "the answer came in pieces", delta);
        expect(!text.isBlank(), "the whole answer: " + text, answer);
        var completed = client.await("turn/completed", params -> isOf(params, thread));
        expect(statusOf(completed.path("turn")).equals("completed"), "the turn is completed", completed);
    }

    private String forkEphemeral(DemoClient client, String main) throws DemoFailure, InterruptedException {
        narrator.step("thread/fork with ephemeral: a side chat that leaves nothing on disk");
        var params = DemoClient.object().put("threadId", main).put("ephemeral", true);
        var thread = result(client.call("thread/fork", params)).path("thread");
        expect(thread.path("path").isNull(), "the fork has no file", thread);
        expect(thread.path("turns").size() == 1, "and begins with the history of its parent", thread);
        return thread.path("id").asText();
    }

    private void stop(DemoClient client) throws DemoFailure, InterruptedException {
        narrator.step("End of input: the server leaves by itself");
        int exit = client.leave();
        if (exit != 0) {
            throw new DemoFailure("expected exit code 0, got " + exit);
        }
        narrator.good("exit code 0");
    }

    private void refusePath(DemoClient client, String method, String side) throws DemoFailure, InterruptedException {
        narrator.step(method + " of the side chat, with CODEX_HOME itself as its path: refused");
        var params = DemoClient.object().put("threadId", side).put("path", home.toString());
        var answer = client.call(method, params);
        var message = answer.path("error").path("message").asText();
        expect(message.endsWith("path is a directory"), "refused: " + message, answer);
    }

    private void resume(DemoClient client, String main) throws DemoFailure, InterruptedException {
        narrator.step("thread/resume by id: the thread survived");
        var thread = result(client.call("thread/resume", DemoClient.object().put("threadId", main)))
                .path("thread");
        expect(thread.path("turns").size() == 1, "its turn is there", thread);
        expect(thread.path("turns").path(0).path("items").size() == 2, "with question and answer", thread);
    }

    private void runTurn(DemoClient client, String main) throws DemoFailure, InterruptedException {
        narrator.step("turn/run: a turn whose answer is the ended turn, for scripts and tests");
        var turn = result(client.call("turn/run", input(main, "And how many turns are we at?")))
                .path("turn");
        expect(statusOf(turn).equals("completed"), "the turn is completed when the answer comes", turn);
        expect(turn.path("items").size() == 2, "with all its items", turn);
    }

    private void list(DemoClient client, String main, String side) throws DemoFailure, InterruptedException {
        narrator.step("thread/list: what is kept");
        var ids = result(client.call("thread/list", DemoClient.object().put("limit", 10)))
                .path("data")
                .findValuesAsText("id");
        expect(ids.contains(main), "the thread is listed", ids);
        expect(!ids.contains(side), "the side chat is not", ids);
    }

    private static ObjectNode input(String thread, String question) {
        var params = DemoClient.object().put("threadId", thread);
        params.putArray("input").addObject().put("type", "text").put("text", question);
        return params;
    }

    private static boolean isOf(JsonNode params, String thread) {
        return params.path("threadId").asText().equals(thread);
    }

    private static String statusOf(JsonNode turn) {
        return turn.path("status").asText();
    }

    private static JsonNode result(JsonNode answer) throws DemoFailure {
        if (!answer.has("result")) {
            throw new DemoFailure("expected a result, got " + answer.path("error"));
        }
        return answer.path("result");
    }

    private void expect(boolean holds, String what, Object got) throws DemoFailure {
        if (!holds) {
            throw new DemoFailure("expected: " + what + "; got " + got);
        }
        narrator.good(what);
    }

    private static void delete(@Nullable Path folder, Narrator narrator) {
        if (folder == null) {
            return;
        }
        try (Stream<Path> files = Files.walk(folder)) {
            for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        } catch (IOException e) {
            narrator.bad(folder + " could not be deleted: " + e.getMessage());
        }
    }
}
