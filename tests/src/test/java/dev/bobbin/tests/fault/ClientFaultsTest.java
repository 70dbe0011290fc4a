package dev.bobbin.tests.fault;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bobbin.protocol.method.ClientMethods;
import dev.bobbin.tests.harness.ModelReply;
import dev.bobbin.tests.harness.TestAppServer;
import dev.bobbin.tests.harness.TestTurn;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Clients that say things in pieces, never answer, or leave in the middle. */
class ClientFaultsTest {
    @TempDir
    Path folder;

    @Test
    void aMessageMayComeByteByByte() throws Exception {
        try (var server = TestAppServer.in(folder).start()) {
            var line = "{\"id\":\"slow\",\"method\":\"thread/list\",\"params\":{\"searchTerm\":\"ä€😀\"}}\n";
            for (var b : line.getBytes(StandardCharsets.UTF_8)) {
                server.sendBytes(new byte[] {b});
            }
            assertThat(server.rawAnswerTo("\"slow\"")).isNotNull();
        }
    }

    @Test
    void whoNeverAnswersIsInterruptedAndGoesOn() throws Exception {
        try (var server = TestAppServer.in(folder)
                .modelReplies(
                        ModelReply.reply().call("exec_command", "c", Map.of("cmd", "rm -rf none", "login", false)))
                .modelSays("on")
                .start()) {
            var thread = server.startThread(Map.of("approvalPolicy", "untrusted", "sandbox", "danger-full-access"));
            var turn = server.startTurn(thread, "go");
            server.nextRequest("item/commandExecution/requestApproval");
            server.call(ClientMethods.TURN_INTERRUPT, Map.of("threadId", thread.id(), "turnId", turn));
            assertThat(server.finishTurn(thread).status()).isEqualTo("interrupted");
            assertThat(server.runTurn(thread, "on").answer()).isEqualTo("on");
        }
    }

    @Test
    void aThreadIsArchivedThoughMoreWaitsForItsTurnsEnd() throws Exception {
        try (var server = TestAppServer.in(folder)
                .modelReplies(ModelReply.reply().beginMessage("half").hang())
                .start()) {
            var thread = server.startThread();
            server.startTurn(thread, "go");
            server.next("item/agentMessage/delta");
            server.send("thread/compact/start", Map.of("threadId", thread.id()));
            server.call(ClientMethods.THREAD_ARCHIVE, Map.of("threadId", thread.id()));
            assertThat(server.call(ClientMethods.THREAD_LIST, Map.of("archived", true))
                            .at("/data/0/id")
                            .asText())
                    .isEqualTo(thread.id());
        }
    }

    @Test
    void whoLeavesInTheMiddleOfAMessageFindsItsTurnsAgain() throws Exception {
        try (var server = TestAppServer.in(folder)
                .modelReplies(ModelReply.reply()
                        .message("kept", "kept")
                        .beginMessage("half")
                        .hang())
                .modelSays("on")
                .start()) {
            var thread = server.startThread();
            server.startTurn(thread, "go");
            server.next(
                    "item/completed", params -> params.at("/item/text").asText().equals("kept"));
            server.sendBytes("{\"id\":\"cut\",\"method\":\"thread/".getBytes(StandardCharsets.UTF_8));
            server.restart();
            var turns = server.resumeThread(thread.id()).turns();
            assertThat(turns).extracting(TestTurn::answer).containsExactly("kept");
            assertThat(turns).extracting(TestTurn::status).containsExactly("interrupted");
            assertThat(server.runTurn(thread, "on").answer()).isEqualTo("on");
        }
    }
}
