package dev.bobbin.tests.story;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.bobbin.protocol.method.ClientMethods;
import dev.bobbin.tests.harness.ModelReply;
import dev.bobbin.tests.harness.TestAppServer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PermissionProfileTest {
    private static final String PROFILES = """
            [permissions.mine]
            description = "all but the secret"
            [permissions.mine.filesystem]
            ":root" = "read"
            [permissions.mine.filesystem.":workspace_roots"]
            "." = "write"
            "docs" = "read"
            "secret" = "deny"
            [permissions.patterns.filesystem]
            ":root" = "read"
            "/x/*.env" = "deny"
            """;

    @TempDir
    Path folder;

    @Test
    void theProfileInForceIsAnsweredAndToldOfWhenItChanges() throws Exception {
        try (var server = TestAppServer.in(folder)
                .configTables(PROFILES)
                .modelSays("one")
                .modelSays("two")
                .start()) {
            var cwd = server.cwd().toString();
            var started = server.call(ClientMethods.THREAD_START, Map.of("cwd", cwd, "permissions", ":workspace"));
            assertThat(started.at("/activePermissionProfile/id").asText()).isEqualTo(":workspace");
            assertThat(started.at("/sandbox/type").asText()).isEqualTo("workspaceWrite");
            var id = started.at("/thread/id").asText();
            turn(server, id, Map.of("permissions", "mine"));
            assertThat(server.next("thread/settings/updated")
                            .at("/threadSettings/activePermissionProfile/id")
                            .asText())
                    .isEqualTo("mine");
            turn(server, id, Map.of("sandboxPolicy", Map.of("type", "readOnly")));
            assertThat(server.next("thread/settings/updated")
                            .at("/threadSettings/activePermissionProfile")
                            .isNull())
                    .isTrue();
        }
    }

    @Test
    void aProfileThatThereIsNotIsRefused() throws Exception {
        try (var server = TestAppServer.in(folder).configTables(PROFILES).start()) {
            var cwd = server.cwd().toString();
            assertThat(server.refusal(ClientMethods.THREAD_START, Map.of("cwd", cwd, "permissions", "nope"))
                            .message())
                    .isEqualTo("failed to load configuration: default_permissions refers to undefined profile `nope`");
            var thread = server.startThread();
            assertThat(server.refusal(
                                    ClientMethods.THREAD_SETTINGS_UPDATE,
                                    Map.of("threadId", thread.id(), "permissions", ":nope"))
                            .message())
                    .endsWith("default_permissions refers to unknown built-in profile `:nope`");
        }
    }

    @Test
    void everyProfileIsListed() throws Exception {
        try (var server = TestAppServer.in(folder).configTables(PROFILES).start()) {
            assertThat(server.call("permissionProfile/list", Map.of()).path("data"))
                    .extracting(profile -> profile.path("id").asText())
                    .containsExactly(":read-only", ":workspace", ":danger-full-access", "mine", "patterns");
        }
    }

    @Test
    void commandsAreKeptToTheRules() throws Exception {
        assumeTrue(Bubblewrap.works(), "bubblewrap is not installed");
        var cwd = Files.createDirectories(folder.resolve("cwd"));
        Files.createDirectories(cwd.resolve("docs"));
        Files.createDirectories(cwd.resolve("secret"));
        Files.writeString(cwd.resolve("secret/key"), "k");
        assertThat(exitCode("mine", "echo x > a")).isZero();
        assertThat(exitCode("mine", "echo x > docs/a")).isNotZero();
        assertThat(exitCode("mine", "cat secret/key")).isNotZero();
        assertThat(exitCode("mine", "echo x > " + folder.resolve("b"))).isNotZero();
        assertThat(cwd.resolve("a")).exists();
    }

    @Test
    void aProfileThatCannotBeEnforcedRunsNothing() throws Exception {
        assumeTrue(Bubblewrap.works(), "bubblewrap is not installed");
        try (var server = TestAppServer.in(folder)
                .configTables(PROFILES)
                .modelReplies(ModelReply.calls("exec_command", Map.of("cmd", "echo x > a", "login", false)))
                .modelSays("refused")
                .start()) {
            var thread = server.startThread(Map.of("permissions", "patterns"));
            server.runTurn(thread, "write");
            assertThat(server.model().lastRequest().toString()).contains("cannot be enforced here");
            assertThat(server.cwd().resolve("a")).doesNotExist();
        }
    }

    private int exitCode(String profile, String command) throws Exception {
        try (var server = TestAppServer.in(folder)
                .configTables(PROFILES)
                .modelReplies(ModelReply.calls(
                        "exec_command", Map.of("cmd", command, "login", false, "yield_time_ms", 30_000)))
                .modelSays("tried")
                .start()) {
            var thread = server.startThread(Map.of("permissions", profile));
            return server.runTurn(thread, "try")
                    .items("commandExecution")
                    .getFirst()
                    .path("exitCode")
                    .asInt();
        }
    }

    private static JsonNode turn(TestAppServer server, String threadId, Map<String, ?> more) {
        var params = new HashMap<String, Object>(more);
        params.put("threadId", threadId);
        params.put("input", List.of(TestAppServer.text("go")));
        server.call(ClientMethods.TURN_START, params);
        return server.next("turn/completed");
    }
}
