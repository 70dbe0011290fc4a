package dev.bobbin.tests.story;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.bobbin.protocol.method.McpMethods;
import dev.bobbin.protocol.method.ThreadMethods;
import dev.bobbin.protocol.method.TurnMethods;
import dev.bobbin.tests.harness.ModelReply;
import dev.bobbin.tests.harness.ModelRequest;
import dev.bobbin.tests.harness.ServerSetup;
import dev.bobbin.tests.harness.TestAppServer;
import dev.bobbin.tests.harness.TestThread;
import dev.bobbin.tests.harness.TestTurn;
import dev.bobbin.tests.mcp.LittleServer;
import dev.bobbin.tests.mcp.LittleWebServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Tool servers: offered, asked for, called, kept, and never in the way. */
class McpTest {
    private static final String QUESTION = "mcpServer/elicitation/request";
    private static final String STARTUP = "mcpServer/startupStatus/updated";
    private static final Map<String, ?> ASKING = Map.of("approvalPolicy", "on-request");

    @TempDir
    Path folder;

    private Path log() {
        return folder.resolve("little.log");
    }

    private ServerSetup little(String more) {
        return TestAppServer.in(folder).configTables(LittleServer.section("little", log(), more));
    }

    private static ModelReply calls(String tool, String arguments) {
        return ModelReply.reply()
                .item(Map.of(
                        "type",
                        "function_call",
                        "id",
                        "fc_" + tool,
                        "call_id",
                        "c-" + tool,
                        "namespace",
                        "mcp__little",
                        "name",
                        tool,
                        "arguments",
                        arguments));
    }

    private static JsonNode onlyCall(TestTurn turn) {
        assertThat(turn.items("mcpToolCall")).hasSize(1);
        return turn.items("mcpToolCall").getFirst();
    }

    private static String output(ModelRequest request) {
        return request.toolOutputs().getLast();
    }

    private static JsonNode namespace(ModelRequest request) {
        for (var tool : request.body().path("tools")) {
            if (tool.path("name").asText().equals("mcp__little")) {
                return tool;
            }
        }
        return request.body().path("no namespace");
    }

    private List<ProcessHandle> children() throws IOException {
        try (var lines = Files.lines(log())) {
            return lines.filter(line -> line.startsWith("pid "))
                    .flatMap(line -> ProcessHandle.of(Long.parseLong(line.substring(4))).stream())
                    .filter(ProcessHandle::isAlive)
                    .toList();
        }
    }

    @Test
    void aToolIsOfferedCalledAndRemembered() throws Exception {
        try (var server = little("")
                .modelReplies(calls("echo", "{\"text\":\"hi\"}"))
                .modelSays("done")
                .start()) {
            var thread = server.startThread();
            var turn = server.runTurn(thread, "say hi");

            var offered = namespace(server.model().requests().getFirst());
            assertThat(offered.path("description").asText()).isEqualTo("Be gentle.");
            assertThat(offered.path("tools").findValuesAsText("name"))
                    .containsExactly("ask", "die", "echo", "fail", "hang", "huge", "secret", "steps", "write_it");
            assertThat(offered.path("tools").path(2).path("parameters")).isEqualTo(server.tree("""
                            {"type":"object","properties":{"text":{"type":"string"}},"required":["text"]}"""));
            assertThat(output(server.model().lastRequest()))
                    .matches("(?s)Wall time: \\d+\\.\\d{4} seconds\nOutput:\n"
                            + "\\[\\{\"type\":\"text\",\"text\":\"you said hi\"}]");
            assertThat(onlyCall(turn)
                            .path("result")
                            .path("content")
                            .path(0)
                            .path("text")
                            .asText())
                    .isEqualTo("you said hi");

            server.restart();
            var remembered = onlyCall(server.resumeThread(thread.id()).turns().getFirst());
            assertThat(remembered.path("tool").asText()).isEqualTo("echo");
            assertThat(remembered.path("status").asText()).isEqualTo("completed");
            assertThat(remembered.path("result")).isEqualTo(onlyCall(turn).path("result"));
        }
    }

    @Test
    void aToolThatMayDoHarmIsAskedFor() throws Exception {
        try (var server = little("")
                .modelReplies(calls("write_it", "{\"n\":1}"))
                .modelSays("no")
                .modelReplies(calls("write_it", "{\"n\":2}"))
                .modelReplies(calls("write_it", "{\"n\":3}"))
                .modelSays("yes")
                .start()) {
            var thread = server.startThread(ASKING);
            server.startTurn(thread, "write");
            var question = server.nextRequest(QUESTION);
            assertThat(question.params().path("message").asText())
                    .isEqualTo("Allow the little MCP server to run tool \"write.it\"?");
            assertThat(question.params()
                            .path("_meta")
                            .path("tool_params")
                            .path("n")
                            .asInt())
                    .isEqualTo(1);
            server.answer(question, Map.of("action", "decline"));
            var declined = onlyCall(server.finishTurn(thread));
            assertThat(declined.path("status").asText()).isEqualTo("failed");
            assertThat(declined.path("error").path("message").asText()).isEqualTo("user rejected MCP tool call");

            server.startTurn(thread, "write all the same");
            server.answer(
                    server.nextRequest(QUESTION), Map.of("action", "accept", "_meta", Map.of("persist", "session")));
            assertThat(server.finishTurn(thread).items("mcpToolCall"))
                    .extracting(item -> item.path("status").asText())
                    .containsExactly("completed", "completed");
        }
    }

    @Test
    void whatIsAlwaysAllowedStandsInTheConfiguration() throws Exception {
        try (var server = little("")
                .modelReplies(calls("write_it", "{}"))
                .modelSays("yes")
                .start()) {
            var thread = server.startThread(ASKING);
            server.startTurn(thread, "write");
            server.answer(
                    server.nextRequest(QUESTION), Map.of("action", "accept", "_meta", Map.of("persist", "always")));
            server.finishTurn(thread);
            assertThat(server.home().resolve("config.toml")).content().contains("""
                    [mcp_servers.little.tools."write.it"]
                    approval_mode = "approve"
                    """);
        }
    }

    @Test
    void aServersQuestionReachesTheUser() throws Exception {
        try (var server =
                little("").modelReplies(calls("ask", "{}")).modelSays("blue").start()) {
            var thread = server.startThread(ASKING);
            server.startTurn(thread, "which?");
            var question = server.nextRequest(QUESTION);
            assertThat(question.params().path("message").asText()).isEqualTo("Which colour?");
            server.answer(question, Map.of("action", "accept", "content", Map.of("colour", "blue")));
            var call = onlyCall(server.finishTurn(thread));
            assertThat(call.toString()).contains("'action':'accept'", "'colour':'blue'");
        }
    }

    @Test
    void progressFailuresAndLongAnswersAreShown() throws Exception {
        try (var server = little("")
                .modelReplies(calls("steps", "{}"))
                .modelReplies(calls("fail", "{}"))
                .modelReplies(calls("huge", "{}"))
                .modelSays("done")
                .start()) {
            var thread = server.startThread();
            server.startTurn(thread, "go");
            assertThat(server.next("item/mcpToolCall/progress").path("message").asText())
                    .isEqualTo("1/2");
            assertThat(server.finishTurn(thread).items("mcpToolCall"))
                    .extracting(item -> item.path("status").asText())
                    .containsExactly("completed", "failed", "completed");
            assertThat(output(server.model().lastRequest()))
                    .hasSizeLessThan(50_000)
                    .contains(" tokens truncated…");
        }
    }

    @Test
    void aServerThatDiesFailsItsCallAndIsStartedAgain() throws Exception {
        try (var server = little("garbage")
                .modelReplies(calls("die", "{}"))
                .modelReplies(calls("echo", "{\"text\":\"again\"}"))
                .modelSays("done")
                .start()) {
            var thread = server.startThread();
            var turn = server.runTurn(thread, "go");
            assertThat(turn.items("mcpToolCall"))
                    .extracting(item -> item.path("status").asText())
                    .containsExactly("failed", "completed");
            assertThat(turn.items("mcpToolCall")
                            .getFirst()
                            .path("error")
                            .path("message")
                            .asText())
                    .isEqualTo(
                            "tool call error: tool call failed for `little/die`\n\nCaused by:\n    Transport closed");
        }
    }

    @Test
    void aCallThatTakesTooLongFails() throws Exception {
        try (var server = little("tool_timeout_sec = 0.7")
                .modelReplies(calls("hang", "{}"))
                .modelSays("done")
                .start()) {
            var thread = server.startThread();
            assertThat(onlyCall(server.runTurn(thread, "go"))
                            .path("error")
                            .path("message")
                            .asText())
                    .endsWith("timed out awaiting tools/call after 700ms");
            callEcho(server, thread);
            assertThat(log()).content().contains("notifications/cancelled");
        }
    }

    @Test
    void anInterruptEndsACallAndTellsTheServer() throws Exception {
        try (var server = little("").modelReplies(calls("hang", "{}")).start()) {
            var thread = server.startThread();
            var turnId = server.startTurn(thread, "go");
            server.next(
                    "item/started",
                    note -> note.path("item").path("id").asText().equals("c-hang"));
            server.call(TurnMethods.TURN_INTERRUPT, Map.of("threadId", thread.id(), "turnId", turnId));
            assertThat(server.finishTurn(thread).status()).isEqualTo("interrupted");
            callEcho(server, thread);
            assertThat(log()).content().contains("notifications/cancelled");
        }
    }

    /** The server reads in order: when it has answered this, it has read what came before. */
    private static String callEcho(TestAppServer server, TestThread thread) {
        return server.call(
                        McpMethods.MCP_SERVER_TOOL_CALL,
                        Map.of(
                                "threadId",
                                thread.id(),
                                "server",
                                "little",
                                "tool",
                                "echo",
                                "arguments",
                                Map.of("text", "me")))
                .toString();
    }

    @Test
    void serversThatCannotBeStartedAreToldOfAndStandInNobodysWay() throws Exception {
        try (var server = TestAppServer.in(folder)
                .configTables("[mcp_servers.missing]\ncommand = \"/nowhere/at/all\"\n")
                .configTables("[mcp_servers.mute]\ncommand = \"sleep\"\nargs = [\"1000\"]\nstartup_timeout_sec = 0.2\n")
                .modelSays("here I am")
                .start()) {
            var thread = server.startThread();
            assertThat(server.runTurn(thread, "go").answer()).isEqualTo("here I am");
            assertThat(failure(server, "missing"))
                    .isEqualTo("MCP client for `missing` failed to start: MCP startup failed: No such file or directory"
                            + " (os error 2)");
            assertThat(failure(server, "mute")).startsWith("MCP client for `mute` timed out after 0.2 seconds.");
        }
    }

    private static String failure(TestAppServer server, String name) {
        return server.next(
                        STARTUP,
                        note -> note.path("name").asText().equals(name)
                                && note.path("status").asText().equals("failed"))
                .path("error")
                .asText();
    }

    @Test
    void aThreadIsRefusedWithoutAServerItRequires() throws Exception {
        try (var server = TestAppServer.in(folder)
                .configTables("[mcp_servers.missing]\ncommand = \"/nowhere/at/all\"\nrequired = true\n")
                .start()) {
            var refusal = server.refusal(ThreadMethods.THREAD_START, Map.of());
            assertThat(refusal.message())
                    .startsWith("error creating thread: Fatal error: Failed to initialize session: required MCP servers"
                            + " failed to initialize: missing: ");
            assertThat(server.call(ThreadMethods.THREAD_LOADED_LIST, Map.of()).path("data"))
                    .isEmpty();
        }
    }

    @Test
    void clientsAskServersThemselves() throws Exception {
        try (var server = little("disabled_tools = [\"secret\"]").start()) {
            var thread = server.startThread();
            var status = server.call(McpMethods.MCP_SERVER_STATUS_LIST, Map.of("threadId", thread.id()))
                    .path("data");
            assertThat(status).hasSize(1);
            assertThat(status.path(0).path("serverInfo").path("name").asText()).isEqualTo("little");
            assertThat(status.path(0).path("tools").has("write.it")).isTrue();
            assertThat(status.path(0).path("tools").has("secret")).isFalse();
            assertThat(status.path(0).path("resources").path(0).path("uri").asText())
                    .isEqualTo("mem://a");
            assertThat(callEcho(server, thread)).contains("you said me");
            assertThat(server.call(
                                    McpMethods.MCP_SERVER_RESOURCE_READ,
                                    Map.of("threadId", thread.id(), "server", "little", "uri", "mem://a"))
                            .path("contents")
                            .path(0)
                            .path("text")
                            .asText())
                    .isEqualTo("hello");
            assertThat(server.refusal(
                                    McpMethods.MCP_SERVER_RESOURCE_READ,
                                    Map.of("threadId", thread.id(), "server", "other", "uri", "mem://a"))
                            .message())
                    .isEqualTo("unknown MCP server 'other'");
            assertThat(server.refusal(McpMethods.MCP_SERVER_OAUTH_LOGIN, Map.of("name", "little"))
                            .message())
                    .isEqualTo("OAuth login is only supported for streamable HTTP servers.");
        }
    }

    @Test
    void aReloadBringsOtherServersWithTheNextTurn() throws Exception {
        try (var server = little("").modelSays("one").modelSays("two").start()) {
            var thread = server.startThread();
            server.runTurn(thread, "one");
            var file = server.home().resolve("config.toml");
            Files.writeString(file, Files.readString(file).replace("mcp_servers.little", "mcp_servers.tiny"));
            server.call(McpMethods.CONFIG_MCP_SERVER_RELOAD, Map.of());
            server.runTurn(thread, "two");
            assertThat(server.model().lastRequest().body().path("tools").findValuesAsText("name"))
                    .contains("mcp__tiny")
                    .doesNotContain("mcp__little");
            assertThat(children()).hasSize(1);
        }
    }

    @Test
    void noServerOutlivesItsThreads() throws Exception {
        try (var server = little("").modelSays("one").start()) {
            server.runTurn(server.startThread(), "one");
            assertThat(children()).hasSize(1);
            var child = children().getFirst();
            server.restart();
            child.onExit().get(TestAppServer.LIMIT.toSeconds(), TimeUnit.SECONDS);
            assertThat(child.isAlive()).isFalse();
        }
    }

    @Test
    void aWebServersToolsAreCalledToo() throws Exception {
        try (var web = new LittleWebServer();
                var server = TestAppServer.in(folder)
                        .configTables("[mcp_servers.little]\nurl = \"" + web.url()
                                + "\"\nhttp_headers = { X-Key = \"open\" }\n"
                                + "[mcp_servers.locked]\nurl = \"" + web.url() + "\"\n")
                        .modelReplies(calls("echo", "{\"text\":\"web\"}"))
                        .modelSays("done")
                        .start()) {
            var thread = server.startThread();
            var turn = server.runTurn(thread, "go");
            assertThat(onlyCall(turn).toString()).contains("you said web");
            assertThat(failure(server, "locked")).startsWith("The locked MCP server is not logged in.");
            server.restart();
            assertThat(web.methods()).contains("DELETE");
        }
    }
}
