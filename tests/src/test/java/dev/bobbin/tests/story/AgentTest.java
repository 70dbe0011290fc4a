package dev.bobbin.tests.story;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.bobbin.protocol.method.ThreadMethods;
import dev.bobbin.tests.harness.ModelReply;
import dev.bobbin.tests.harness.TestAppServer;
import dev.bobbin.tests.harness.TestTurn;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An agent at work: it edits, runs, is asked for, and its thread tells all of it after a restart. */
class AgentTest {
    private static final String COMMAND_APPROVAL = "item/commandExecution/requestApproval";
    private static final String FILE_APPROVAL = "item/fileChange/requestApproval";

    @TempDir
    Path folder;

    private static ModelReply runs(String id, String command) {
        return ModelReply.reply().call("exec_command", id, Map.of("cmd", command, "login", false));
    }

    private static ModelReply patches(String id, String body) {
        return runs(id, "apply_patch <<'EOF'\n*** Begin Patch\n" + body + "\n*** End Patch\nEOF\n");
    }

    private static void assertBuilt(TestTurn turn) {
        var work = turn.items().stream()
                .filter(item -> !item.path("type").asText().endsWith("Message"))
                .toList();
        assertThat(work)
                .extracting(item -> item.path("id").asText())
                .containsExactly("write", "fail", "fix", "pass", "away");
        assertThat(work)
                .extracting(item -> item.path("status").asText())
                .containsExactly("completed", "failed", "completed", "completed", "declined");
        assertThat(work.get(1).path("exitCode").asInt()).isEqualTo(1);
        assertThat(work.get(3).path("aggregatedOutput").asText()).isEqualTo("all is well\n");
        assertThat(work.get(2).path("changes").path(0).path("diff").asText()).contains("-echo $(($1 - $2))");
        assertThat(turn.answer()).isEqualTo("It adds.");
    }

    @Test
    void aSmallProjectIsBuiltTestedAndRemembered() throws Exception {
        assumeTrue(Bubblewrap.works(), "bubblewrap is not installed");
        try (var server = TestAppServer.in(folder)
                .modelReplies(patches("write", """
                        *** Add File: add.sh
                        +echo $(($1 - $2))
                        *** Add File: test.sh
                        +[ "$(sh add.sh 2 3)" = 5 ] && echo all is well"""))
                .modelReplies(runs("fail", "sh test.sh"))
                .modelReplies(patches("fix", """
                        *** Update File: add.sh
                        @@
                        -echo $(($1 - $2))
                        +echo $(($1 + $2))"""))
                .modelReplies(runs("pass", "sh test.sh"))
                .modelReplies(runs("away", "touch /elsewhere"))
                .modelSays("It adds.")
                .start()) {
            var thread = server.startThread(Map.of("approvalPolicy", "untrusted", "sandbox", "workspace-write"));
            server.startTurn(thread, "write something that adds");
            server.answer(server.nextRequest(FILE_APPROVAL), Map.of("decision", "acceptForSession"));
            server.answer(server.nextRequest(COMMAND_APPROVAL), Map.of("decision", "acceptForSession"));
            server.answer(server.nextRequest(COMMAND_APPROVAL), Map.of("decision", "decline"));
            assertBuilt(server.finishTurn(thread));
            assertThat(server.cwd().resolve("add.sh")).hasContent("echo $(($1 + $2))\n");

            server.restart();
            assertBuilt(server.resumeThread(thread.id()).turns().getFirst());
        }
    }

    @Test
    void aPatchThatTheUserDeclinesIsStoredAsOthersStoreIt() throws Exception {
        try (var server = TestAppServer.in(folder)
                .modelReplies(patches("unwanted", "*** Add File: new.txt\n+one"))
                .modelSays("Then not.")
                .start()) {
            var thread = server.startThread(Map.of("approvalPolicy", "untrusted", "sandbox", "danger-full-access"));
            server.startTurn(thread, "add a file");
            server.answer(server.nextRequest(FILE_APPROVAL), Map.of("decision", "decline"));
            server.finishTurn(thread);
            assertThat(server.cwd().resolve("new.txt")).doesNotExist();
            assertThat(Files.readAllLines(requireNonNull(thread.path())))
                    .filteredOn(line -> line.contains("patch_apply_end"))
                    .singleElement()
                    .asString()
                    .contains("\"status\":\"declined\"", "\"stderr\":\"patch rejected by user\"");

            server.restart();
            var items = server.resumeThread(thread.id()).turns().getFirst().items("fileChange");
            assertThat(items).extracting(item -> item.path("status").asText()).containsExactly("declined");
        }
    }

    @Test
    void aClientThatDiesWhileAskedLeavesNothingBehind() throws Exception {
        try (var server = TestAppServer.in(folder)
                .modelReplies(ModelReply.reply()
                        .call("exec_command", "long", Map.of("cmd", "sleep 97531", "yield_time_ms", 250)))
                .modelReplies(runs("asked", "rm -rf nothing"))
                .modelSays("on")
                .start()) {
            var thread = server.startThread(Map.of("approvalPolicy", "on-request", "sandbox", "danger-full-access"));
            server.startTurn(thread, "go");
            server.nextRequest(COMMAND_APPROVAL);
            assertThat(Bubblewrap.isRunning("sleep 97531")).isTrue();
            server.restart();

            Bubblewrap.awaitGone("sleep 97531");
            var turns = server.resumeThread(thread.id()).turns();
            assertThat(turns).extracting(TestTurn::status).containsExactly("interrupted");
            assertThat(turns.getFirst().items("commandExecution"))
                    .extracting(item -> item.path("status").asText())
                    .containsExactly("failed");
            assertThat(server.runTurn(thread, "on").answer()).isEqualTo("on");
        }
    }

    @Test
    void aTerminalIsTypedIntoAndCleaned() throws Exception {
        try (var server = TestAppServer.in(folder)
                .modelReplies(ModelReply.reply()
                        .call(
                                "exec_command",
                                "cat",
                                Map.of("cmd", "cat; sleep 97532", "tty", true, "login", false, "yield_time_ms", 250)))
                .modelSays("it runs")
                .start()) {
            var thread = server.startThread(Map.of("sandbox", "danger-full-access"));
            server.startTurn(thread, "go");
            var started = server.next("item/started", params -> isCommand(params.path("item")));
            server.finishTurn(thread);
            var session =
                    Integer.parseInt(started.path("item").path("processId").asText());
            server.model()
                    .then(ModelReply.calls("write_stdin", Map.of("session_id", session, "chars", "hello\n")))
                    .then(ModelReply.says("typed"));
            server.startTurn(thread, "type");
            assertThat(server.next("item/commandExecution/terminalInteraction")
                            .path("stdin")
                            .asText())
                    .isEqualTo("hello\n");
            server.finishTurn(thread);
            server.call(ThreadMethods.THREAD_BACKGROUND_TERMINALS_CLEAN, Map.of("threadId", thread.id()));
            var ended = server.next("item/completed", params -> isCommand(params.path("item")))
                    .path("item");
            assertThat(ended.path("exitCode").asInt()).isEqualTo(-1);
            assertThat(ended.path("aggregatedOutput").asText()).contains("hello");
        }
    }

    private static boolean isCommand(JsonNode item) {
        return item.path("type").asText().equals("commandExecution");
    }

    @Test
    void whatTheUserTypesDuringATurnJoinsIt() throws Exception {
        try (var server = TestAppServer.in(folder)
                .modelReplies(ModelReply.reply().gate("typed").message("one"))
                .modelSays("two")
                .start()) {
            var thread = server.startThread(Map.of());
            server.startTurn(thread, "go");
            server.model().awaitRequests(1);
            server.call("thread/shellCommand", Map.of("threadId", thread.id(), "command", "echo typed"));
            server.next("item/completed", params -> isCommand(params.path("item")));
            server.model().open("typed");
            assertThat(server.finishTurn(thread).answer()).isEqualTo("two");
            assertThat(server.model().lastRequest().body().toString()).contains("user_shell_command");
        }
    }

    @Test
    void whatTheUserTypesWhileACommandOfTheirsRunsIsToldToTheModelToo() throws Exception {
        Files.createDirectories(folder);
        var gate = folder.resolve("gate");
        try (var server = TestAppServer.in(folder).modelSays("seen").start()) {
            var thread = server.startThread(Map.of());
            var waits = "while [ ! -e '" + gate + "' ]; do sleep 0.02; done";
            server.call("thread/shellCommand", Map.of("threadId", thread.id(), "command", waits));
            server.next("item/started", params -> isCommand(params.path("item")));
            server.call("thread/shellCommand", Map.of("threadId", thread.id(), "command", "echo beside"));
            server.next("item/completed", params -> isCommand(params.path("item")));
            Files.createFile(gate);
            server.next("turn/completed", _ -> true);
            server.runTurn(thread, "what did I do?");
            assertThat(server.model().lastRequest().body().toString()).contains("echo beside");
        }
    }

    @Test
    void whatTheUserTypedBeforeAnInterruptIsToldToTheModelInTheNextTurn() throws Exception {
        try (var server = TestAppServer.in(folder)
                .modelReplies(ModelReply.reply().hang())
                .modelSays("seen")
                .start()) {
            var thread = server.startThread(Map.of());
            var turn = server.startTurn(thread, "go");
            server.model().awaitRequests(1);
            server.call("thread/shellCommand", Map.of("threadId", thread.id(), "command", "echo typed"));
            server.next("item/completed", params -> isCommand(params.path("item")));
            server.call("turn/interrupt", Map.of("threadId", thread.id(), "turnId", turn));
            server.next("turn/completed", _ -> true);
            server.runTurn(thread, "what did I do?");
            assertThat(server.model().lastRequest().body().toString()).contains("echo typed", "user_shell_command");
        }
    }

    @Test
    void whatTheUserTypesEndsWithAnInterruptedTurn() throws Exception {
        try (var server =
                TestAppServer.in(folder).modelReplies(ModelReply.reply().hang()).start()) {
            var thread = server.startThread(Map.of());
            var turn = server.startTurn(thread, "go");
            server.model().awaitRequests(1);
            server.call("thread/shellCommand", Map.of("threadId", thread.id(), "command", "sleep 97535"));
            server.next("item/started", params -> isCommand(params.path("item")));
            server.call("turn/interrupt", Map.of("threadId", thread.id(), "turnId", turn));
            Bubblewrap.awaitGone("sleep 97535");
        }
    }

    @Test
    void whatTheUserTypesIsToldToTheModel() throws Exception {
        Files.createDirectories(folder);
        try (var server = TestAppServer.in(folder).modelSays("seen").start()) {
            var thread = server.startThread(Map.of());
            server.call("thread/shellCommand", Map.of("threadId", thread.id(), "command", "echo typed; exit 4"));
            var item = server.finishTurn(thread).items("commandExecution").getFirst();
            assertThat(List.of(
                            item.path("source").asText(),
                            item.path("exitCode").asText(),
                            item.path("aggregatedOutput").asText()))
                    .containsExactly("userShell", "4", "typed\n");
            server.runTurn(thread, "what did I do?");
            server.restart();
            assertThat(server.resumeThread(thread.id()).turns().getFirst().items("commandExecution"))
                    .hasSize(1);
        }
    }
}
