package dev.bobbin.tests.story;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.bobbin.tests.harness.ModelReply;
import dev.bobbin.tests.harness.TestAppServer;
import dev.bobbin.tests.harness.TestTurn;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What an agent must not get out of its workspace, whatever it tries. */
class SandboxTest {
    @TempDir
    Path folder;

    private Path outside;

    @BeforeEach
    void prepare() throws Exception {
        assumeTrue(Bubblewrap.works(), "bubblewrap is not installed");
        outside = Files.createDirectories(folder.resolve("outside"));
        Files.createDirectories(folder.resolve("cwd/.git/hooks"));
        Files.createSymbolicLink(folder.resolve("cwd/link"), outside);
    }

    /** Runs commands at once. */
    private TestTurn run(String... commands) throws Exception {
        var reply = ModelReply.reply();
        for (var i = 0; i < commands.length; i++) {
            reply.call("exec_command", "c" + i, Map.of("cmd", commands[i], "login", false, "yield_time_ms", 30_000));
        }
        try (var server = TestAppServer.in(folder)
                .configTables("""
                        [sandbox_workspace_write]
                        exclude_slash_tmp = true
                        exclude_tmpdir_env_var = true
                        """)
                .modelReplies(reply)
                .modelSays("tried")
                .start()) {
            return server.runTurn(server.startThread(Map.of("sandbox", "workspace-write")), "escape");
        }
    }

    private void assertFails(String command) throws Exception {
        assertThat(run(command).items("commandExecution"))
                .as(command)
                .hasSize(1)
                .allSatisfy(item -> assertThat(item.path("exitCode").asInt()).isNotZero());
        assertThat(outside).isEmptyDirectory();
    }

    @Test
    void theWorkspaceItselfCanBeWritten() throws Exception {
        assertThat(run("echo x > inside")
                        .items("commandExecution")
                        .getFirst()
                        .path("exitCode")
                        .asInt())
                .isZero();
        assertThat(folder.resolve("cwd/inside")).exists();
    }

    @Test
    void nothingIsWrittenOutside() throws Exception {
        assertFails("echo x > " + outside + "/direct");
        assertFails("echo x > ../outside/dots");
        assertFails("echo x > link/through");
        assertFails("ln -s " + outside + " other && echo x > other/through");
    }

    @Test
    void whatRunsLaterCannotBePlanted() throws Exception {
        assertFails("echo x > .git/hooks/pre-commit");
        assertThat(folder.resolve("cwd/.git/hooks")).isEmptyDirectory();
        assertFails("mv .git gone");
    }

    @Test
    void thereIsNoNetwork() throws Exception {
        try (var listener = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            assertFails("bash -c 'exec 3<>/dev/tcp/127.0.0.1/" + listener.getLocalPort() + "'");
        }
    }

    @Test
    void otherProcessesAreNotSeen() throws Exception {
        var self = ProcessHandle.current().pid();
        assertFails("test -d /proc/" + self + " && grep -q java /proc/" + self + "/cmdline");
    }

    @Test
    void childrenEndWithTheirCommand() throws Exception {
        run("nohup setsid sleep 97533 > /dev/null 2>&1 & echo started");
        Bubblewrap.awaitGone("sleep 97533");
    }

    @Test
    void aRepositoryIsNotMadeWhereThereIsNone() throws Exception {
        Files.delete(folder.resolve("cwd/.git/hooks"));
        Files.delete(folder.resolve("cwd/.git"));
        assertFails("mkdir -p .git/hooks && echo x > .git/hooks/post-checkout");
        assertFails("git init -q .");
        assertFails("mv .git gone; rmdir .git; mkdir .git");
        assertFails("mkdir .codex .agents");
        assertThat(folder.resolve("cwd")).isDirectoryNotContaining(path -> !path.endsWith("link"));
        assertThat(run("mkdir sub && cd sub && git init -q .")
                        .items("commandExecution")
                        .getFirst()
                        .path("exitCode")
                        .asInt())
                .isZero();
    }

    @Test
    void commandsSideBySideKeepTheirFence() throws Exception {
        Files.delete(folder.resolve("cwd/.git/hooks"));
        Files.delete(folder.resolve("cwd/.git"));
        var turn = run(
                "true",
                "while [ ! -e go ]; do sleep 0.05; done; mkdir -p .git/hooks && echo planted",
                "sleep 0.3; touch go");
        assertThat(turn.items("commandExecution"))
                .hasSize(3)
                .noneSatisfy(item ->
                        assertThat(item.path("aggregatedOutput").asText()).contains("planted"));
        assertThat(folder.resolve("cwd/.git")).doesNotExist();
    }

    @Test
    void aForkBombIsBounded() throws Exception {
        var turn = run("sh -c 'i=0; while [ $i -lt 6000 ]; do sleep 60.4096 & i=$((i+1)); done; echo all'");
        assertThat(turn.items("commandExecution")).hasSize(1).allSatisfy(item -> {
            assertThat(item.path("exitCode").asInt()).isNotZero();
            assertThat(item.path("aggregatedOutput").asText()).contains("fork").doesNotContain("all");
        });
        Bubblewrap.awaitGone("sleep 60.4096");
    }

    @Test
    void patchesStayInsideToo() throws Exception {
        for (var target : new String[] {outside + "/p", "../outside/p", "link/p", ".git/hooks/p"}) {
            var turn =
                    run("apply_patch <<'EOF'\n*** Begin Patch\n*** Add File: " + target + "\n+x\n*** End Patch\nEOF\n");
            assertThat(turn.items("fileChange")).as(target).isEmpty();
        }
        assertThat(outside).isEmptyDirectory();
        assertThat(folder.resolve("cwd/.git/hooks")).isEmptyDirectory();
    }

    @Test
    void patchesMakeNoRepositoryWithinTheFolderForTemporaryFiles() throws Exception {
        var patch = "apply_patch <<'EOF'\n*** Begin Patch\n*** Add File: .git/hooks/p\n+x\n*** End Patch\nEOF\n";
        try (var server = TestAppServer.in(folder)
                .modelReplies(ModelReply.calls("exec_command", Map.of("cmd", patch)))
                .modelSays("tried")
                .start()) {
            server.runTurn(server.startThread(Map.of("sandbox", "workspace-write", "approvalPolicy", "never")), "go");
        }
        assertThat(folder.resolve("cwd/.git/hooks")).isEmptyDirectory();
    }

    @Test
    void withoutBubblewrapNothingRunsUnfenced() throws Exception {
        var tools = Files.createDirectories(folder.resolve("tools"));
        for (var name : new String[] {"setsid", "touch"}) {
            Files.createSymbolicLink(tools.resolve(name), Path.of("/usr/bin", name));
        }
        try (var server = TestAppServer.in(folder)
                .environment("PATH", tools.toString())
                .modelReplies(ModelReply.calls("exec_command", Map.of("cmd", "touch made", "login", false)))
                .modelSays("tried")
                .start()) {
            var turn = server.runTurn(server.startThread(Map.of("sandbox", "workspace-write")), "run");
            assertThat(turn.items("commandExecution")).isEmpty();
            assertThat(turn.answer()).isEqualTo("tried");
            assertThat(server.model().lastRequest().toolOutputs().getLast()).contains("install the package");
        }
        assertThat(folder.resolve("cwd/made")).doesNotExist();
    }
}
