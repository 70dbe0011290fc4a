package dev.bobbin.tests.story;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bobbin.tests.harness.ModelReply;
import dev.bobbin.tests.harness.ServerSetup;
import dev.bobbin.tests.harness.TestAppServer;
import dev.bobbin.tests.harness.TestThread;
import dev.bobbin.tests.harness.TestTurn;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Many clients on one server. */
class ListenTest {
    private static final String APPROVAL = "item/commandExecution/requestApproval";
    private static final Map<String, String> UNTRUSTED =
            Map.of("approvalPolicy", "untrusted", "sandbox", "danger-full-access");

    @Test
    void whoeverSubscribedHearsTheTurnAndOthersOnlyOfIt(@TempDir Path folder) throws Exception {
        try (var server = TestAppServer.in(folder)
                        .modelSays("One.")
                        .modelSays("Two.")
                        .listen();
                var first = server.connect();
                var second = server.connect();
                var third = server.connect()) {
            var thread = first.startThread();
            second.next("thread/started");
            first.runTurn(thread, "one?");
            second.resumeThread(thread.id());
            second.unread(thread.id());

            first.startTurn(thread, "two?");

            assertThat(first.finishTurn(thread).answer()).isEqualTo("Two.");
            assertThat(second.finishTurn(thread).answer()).isEqualTo("Two.");
            assertThat(third.unread(thread.id()))
                    .allSatisfy(note -> assertThat(note.path("method").asText())
                            .isIn("thread/status/changed", "thread/goal/cleared"));
        }
    }

    @Test
    void eachClientSilencesNotificationsForItself(@TempDir Path folder) throws Exception {
        try (var server = TestAppServer.in(folder)
                        .modelSays("One.")
                        .modelSays("Two.")
                        .listen();
                var first = server.connect();
                var quiet = server.connect(
                        Map.of("optOutNotificationMethods", List.of("item/agentMessage/delta", "turn/started")))) {
            var thread = first.startThread();
            first.runTurn(thread, "one?");
            quiet.resumeThread(thread.id());
            quiet.unread(thread.id());

            first.startTurn(thread, "two?");

            assertThat(first.finishTurn(thread).methods()).contains("item/agentMessage/delta", "turn/started");
            var heard = quiet.finishTurn(thread);
            assertThat(heard.methods()).doesNotContain("item/agentMessage/delta", "turn/started");
            assertThat(heard.answer()).isEqualTo("Two.");
        }
    }

    @Test
    void theFirstAnswerCountsAndEverybodyIsTold(@TempDir Path folder) throws Exception {
        try (var server = asking(folder).listen();
                var first = server.connect();
                var second = server.connect()) {
            var thread = threadOfBoth(first, second);
            first.startTurn(thread, "touch it");
            var asked = first.nextRequest(APPROVAL);
            var askedToo = second.nextRequest(APPROVAL);
            assertThat(askedToo.id()).isEqualTo(asked.id());

            second.answer(askedToo, Map.of("decision", "accept"));

            for (var client : List.of(first, second)) {
                assertThat(client.next("serverRequest/resolved")
                                .path("requestId")
                                .asLong())
                        .isEqualTo(asked.id());
            }
            first.answer(asked, Map.of("decision", "decline"));
            assertThat(first.finishTurn(thread).items("commandExecution"))
                    .first()
                    .satisfies(item -> assertThat(item.path("status").asText()).isEqualTo("completed"));
            assertThat(first.cwd().resolve("made-it")).exists();
        }
    }

    @Test
    void aQuestionOutlivesThoseWhoWereAsked(@TempDir Path folder) throws Exception {
        try (var server = asking(folder).listen()) {
            TestThread thread;
            try (var first = server.connect()) {
                thread = first.startThread(UNTRUSTED);
                first.startTurn(thread, "touch it");
                first.nextRequest(APPROVAL);
            }
            try (var second = server.connect()) {
                var resumed = second.resumeThread(thread.id());
                assertThat(resumed.thread().path("status").toString()).contains("waitingOnApproval");

                second.answer(second.nextRequest(APPROVAL), Map.of("decision", "accept"));

                assertThat(second.finishTurn(thread).answer()).isEqualTo("Done.");
                assertThat(Files.exists(second.cwd().resolve("made-it"))).isTrue();
            }
        }
    }

    @Test
    void aTurnGoesOnWithoutItsClientAndIsWaitedFor(@TempDir Path folder) throws Exception {
        var reply = ModelReply.reply().beginMessage("Al").gate("rest").endMessage("All of it.");
        try (var server = TestAppServer.in(folder).modelReplies(reply).listen()) {
            TestThread thread;
            try (var first = server.connect()) {
                thread = first.startThread();
                first.startTurn(thread, "go on");
                first.next("item/agentMessage/delta");
            }
            server.model().open("rest");
            server.awaitTurns();
            try (var second = server.connect()) {
                assertThat(second.resumeThread(thread.id()).turns())
                        .extracting(TestTurn::answer)
                        .containsExactly("All of it.");
            }
        }
    }

    private static ServerSetup asking(Path folder) {
        return TestAppServer.in(folder)
                .modelReplies(ModelReply.calls("exec_command", Map.of("cmd", "touch made-it")))
                .modelSays("Done.");
    }

    private static TestThread threadOfBoth(TestAppServer first, TestAppServer second) {
        var thread = first.startThread(UNTRUSTED);
        second.resumeThread(thread.id());
        return thread;
    }
}
