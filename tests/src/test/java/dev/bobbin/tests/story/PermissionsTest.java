package dev.bobbin.tests.story;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.bobbin.tests.harness.ModelReply;
import dev.bobbin.tests.harness.ServerSetup;
import dev.bobbin.tests.harness.TestAppServer;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A model asks for more than its sandbox gives, and gets what the user grants, for as long as granted. */
class PermissionsTest {
    private static final String PERMISSIONS_APPROVAL = "item/permissions/requestApproval";
    private static final String COMMAND_APPROVAL = "item/commandExecution/requestApproval";
    private static final Map<String, ?> ASKING = Map.of("approvalPolicy", "on-request", "sandbox", "read-only");

    @TempDir
    Path folder;

    @BeforeEach
    void prepare() {
        assumeTrue(Bubblewrap.works(), "bubblewrap is not installed");
    }

    private ServerSetup setup() {
        return TestAppServer.in(folder).configTables("""
                [features]
                request_permissions_tool = true
                exec_permission_approvals = true
                """);
    }

    private static ModelReply asks() {
        return ModelReply.reply()
                .call(
                        "request_permissions",
                        "ask",
                        Map.of(
                                "reason",
                                "to build",
                                "permissions",
                                Map.of("file_system", Map.of("write", List.of(".")))));
    }

    private static ModelReply runs(String id, String command) {
        return ModelReply.reply().call("exec_command", id, Map.of("cmd", command, "login", false));
    }

    private static List<Integer> exitCodes(List<JsonNode> items) {
        return items.stream().map(item -> item.path("exitCode").asInt()).toList();
    }

    @Test
    void aGrantHoldsForItsTurn() throws Exception {
        try (var server = setup().modelReplies(runs("before", "touch a"))
                .modelReplies(asks())
                .modelReplies(runs("after", "touch a"))
                .modelSays("done")
                .modelReplies(runs("later", "touch b"))
                .modelSays("done")
                .start()) {
            var thread = server.startThread(ASKING);
            server.startTurn(thread, "go");
            var request = server.nextRequest(PERMISSIONS_APPROVAL);
            assertThat(request.params().at("/permissions/fileSystem/write/0").asText())
                    .isEqualTo(server.cwd().toString());
            server.answer(
                    request,
                    Map.of(
                            "permissions",
                            Map.of(
                                    "fileSystem",
                                    Map.of("write", List.of(server.cwd().toString())))));
            assertThat(exitCodes(server.finishTurn(thread).items("commandExecution")))
                    .containsExactly(1, 0);
            assertThat(exitCodes(server.runTurn(thread, "again").items("commandExecution")))
                    .containsExactly(1);
        }
    }

    @Test
    void aGrantForTheSessionHoldsOnAndCoversPatches() throws Exception {
        var patch = "apply_patch <<'EOF'\n*** Begin Patch\n*** Add File: p\n+x\n*** End Patch\nEOF\n";
        try (var server = setup().modelReplies(asks())
                .modelSays("done")
                .modelReplies(runs("later", "touch b"))
                .modelReplies(runs("patch", patch))
                .modelReplies(runs("repository", "mkdir .git"))
                .modelSays("done")
                .start()) {
            var thread = server.startThread(ASKING);
            server.startTurn(thread, "go");
            server.answer(
                    server.nextRequest(PERMISSIONS_APPROVAL),
                    Map.of(
                            "permissions",
                            Map.of(
                                    "fileSystem",
                                    Map.of("write", List.of("/", server.cwd().toString()))),
                            "scope",
                            "session"));
            server.finishTurn(thread);
            var turn = server.runTurn(thread, "again");
            assertThat(exitCodes(turn.items("commandExecution"))).containsExactly(0, 0);
            assertThat(turn.items("fileChange"))
                    .extracting(item -> item.path("status").asText())
                    .containsExactly("completed");
        }
    }

    @Test
    void anErrorGrantsNothing() throws Exception {
        try (var server = setup().modelReplies(asks())
                .modelReplies(runs("after", "touch a"))
                .modelSays("done")
                .start()) {
            var thread = server.startThread(ASKING);
            server.startTurn(thread, "go");
            server.refuse(server.nextRequest(PERMISSIONS_APPROVAL), -1, "no");
            assertThat(exitCodes(server.finishTurn(thread).items("commandExecution")))
                    .containsExactly(1);
        }
    }

    @Test
    void oneCommandIsGivenMore() throws Exception {
        var more = Map.of(
                "cmd",
                "touch a",
                "login",
                false,
                "sandbox_permissions",
                "with_additional_permissions",
                "additional_permissions",
                Map.of("file_system", Map.of("write", List.of("."))));
        try (var server = setup().modelReplies(ModelReply.calls("exec_command", more))
                .modelReplies(runs("after", "touch a"))
                .modelSays("done")
                .start()) {
            var thread = server.startThread(ASKING);
            server.startTurn(thread, "go");
            var request = server.nextRequest(COMMAND_APPROVAL);
            assertThat(request.params()
                            .path("additionalPermissions")
                            .path("fileSystem")
                            .path("write"))
                    .hasSize(1);
            server.answer(request, Map.of("decision", "accept"));
            assertThat(exitCodes(server.finishTurn(thread).items("commandExecution")))
                    .containsExactly(0, 1);
        }
    }

    @Test
    void whatNobodyAnswersInTimeIsDeclined() throws Exception {
        try (var server = TestAppServer.in(folder)
                .config("approval_deadline_seconds = 1")
                .modelReplies(runs("asked", "touch a"))
                .modelSays("done")
                .start()) {
            var thread = server.startThread(Map.of("approvalPolicy", "untrusted", "sandbox", "workspace-write"));
            server.startTurn(thread, "go");
            server.nextRequest(COMMAND_APPROVAL);
            assertThat(server.next("warning").path("message").asText()).contains("within 1 seconds");
            assertThat(server.finishTurn(thread).items("commandExecution"))
                    .extracting(item -> item.path("status").asText())
                    .containsExactly("declined");
            assertThat(server.cwd().resolve("a")).doesNotExist();
        }
    }

    @Test
    void theProvidersOwnShellCallIsRunAndAnswered() throws Exception {
        var call = Map.of(
                "type", "local_shell_call",
                "id", "lsh_1",
                "call_id", "local",
                "status", "completed",
                "action", Map.of("type", "exec", "command", List.of("echo", "hi"), "timeout_ms", 5_000));
        try (var server = TestAppServer.in(folder)
                .modelReplies(ModelReply.reply().item(call))
                .modelSays("done")
                .start()) {
            var turn = server.runTurn(server.startThread(Map.of("sandbox", "read-only")), "go");
            assertThat(turn.items("commandExecution"))
                    .extracting(item -> item.path("aggregatedOutput").asText())
                    .containsExactly("hi\n");
            assertThat(server.model().lastRequest().toolOutputs().getLast())
                    .contains("Exit code: 0")
                    .contains("hi");
        }
    }
}
