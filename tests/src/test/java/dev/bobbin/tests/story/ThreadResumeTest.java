package dev.bobbin.tests.story;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.bobbin.protocol.method.ClientMethods;
import dev.bobbin.tests.harness.ModelReply;
import dev.bobbin.tests.harness.TestAppServer;
import dev.bobbin.tests.harness.TestThread;
import dev.bobbin.tests.harness.TestTurn;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ThreadResumeTest {
    private static final String UNKNOWN_ID = "0192aaaa-0000-7000-8000-000000000009";

    @TempDir
    Path folder;

    @Test
    void resumedThreadRemembersWhatWasSaid() throws Exception {
        try (var server = TestAppServer.in(folder)
                .modelSays("Paris.")
                .modelSays("About two million.")
                .start()) {
            var thread = server.startThread();
            server.runTurn(thread, "What is the capital of France?");

            server.restart();

            var resumed = server.resumeThread(thread.id());
            assertThat(resumed.turns()).extracting(TestTurn::answer).containsExactly("Paris.");
            server.runTurn(resumed, "How many people live there?");
            assertThat(server.model().lastRequest().conversation())
                    .containsExactly("What is the capital of France?", "Paris.", "How many people live there?");
            server.assertNothingUnread();
        }
    }

    @Test
    void unknownAndMalformedIdsAreRefused() throws Exception {
        try (var server = TestAppServer.in(folder).start()) {
            var unknown = server.refusal(ClientMethods.THREAD_RESUME, Map.of("threadId", UNKNOWN_ID));
            assertThat(unknown.code()).isEqualTo(-32600);
            assertThat(unknown.message()).isEqualTo("no rollout found for thread id " + UNKNOWN_ID);
            for (var id : List.of("../../x", "nope", "", "0192aaaa\u0000")) {
                assertThat(server.refusal(ClientMethods.THREAD_RESUME, Map.of("threadId", id))
                                .message())
                        .startsWith("invalid session id: ");
            }
        }
    }

    @Test
    void anExplicitPathIsTakenBeforeTheId() throws Exception {
        try (var server =
                TestAppServer.in(folder).modelSays("one").modelSays("two").start()) {
            var first = server.startThread();
            server.runTurn(first, "first");
            var second = server.startThread();
            server.runTurn(second, "second");
            server.restart();

            var resumed = new TestThread(server.call(
                    ClientMethods.THREAD_RESUME,
                    Map.of("threadId", second.id(), "path", String.valueOf(first.path()))));
            assertThat(resumed.id()).isEqualTo(first.id());
        }
    }

    @Test
    void pathsThatAreNoRolloutAreRefusedBeforeAnythingIsRead() throws Exception {
        try (var server = TestAppServer.in(folder).start()) {
            var fifo = folder.resolve("fifo");
            assertThat(new ProcessBuilder("mkfifo", fifo.toString()).start().waitFor())
                    .isZero();
            var loop = Files.createSymbolicLink(folder.resolve("loop"), folder.resolve("loop"));
            var garbage = Files.writeString(folder.resolve("garbage.jsonl"), "not a rollout\n");
            var empty = Files.createFile(folder.resolve("empty.jsonl"));
            assertRefused(server, fifo, "path is not a file");
            assertRefused(server, Path.of("/dev/null"), "path is not a file");
            assertRefused(server, folder, "path is a directory");
            assertRefused(server, folder.resolve("absent.jsonl"), "file does not exist");
            assertRefused(server, loop, "file does not exist");
            for (var file : List.of(garbage, empty)) {
                for (var method : List.of(ClientMethods.THREAD_RESUME, ClientMethods.THREAD_FORK)) {
                    var error = server.refusal(method, Map.of("threadId", UNKNOWN_ID, "path", file.toString()));
                    assertThat(error.code()).isEqualTo(-32603);
                    assertThat(error.message()).endsWith("rollout at " + file + " is empty");
                }
            }
        }
    }

    private static void assertRefused(TestAppServer server, Path path, String why) {
        for (var method : List.of(ClientMethods.THREAD_RESUME, ClientMethods.THREAD_FORK)) {
            var error = server.refusal(method, Map.of("threadId", UNKNOWN_ID, "path", path.toString()));
            assertThat(error.code()).isEqualTo(-32600);
            assertThat(error.message()).isEqualTo("failed to resolve rollout path `" + path + "`: " + why);
        }
    }

    @Test
    void aLoadedThreadIsRejoinedWithItsRunningTurn() throws Exception {
        try (var server = TestAppServer.in(folder)
                .modelReplies(
                        ModelReply.reply().beginMessage("half").gate("more").endMessage("half and half"))
                .start()) {
            var thread = server.startThread();
            var turn = server.startTurn(thread, "go");
            server.next("item/agentMessage/delta");

            var joined = server.resumeThread(thread.id());
            assertThat(joined.turns()).extracting(TestTurn::id).containsExactly(turn);
            assertThat(joined.turns().getLast().status()).isEqualTo("inProgress");

            server.model().open("more");
            assertThat(server.finishTurn(thread).answer()).isEqualTo("half and half");
        }
    }

    @Test
    void aLoadedThreadThatHasNoFileYetIsRejoined() throws Exception {
        try (var server = TestAppServer.in(folder).modelSays("yes").start()) {
            var thread = server.startThread();
            assertThat(server.resumeThread(thread.id()).turns()).isEmpty();
            assertThat(server.runTurn(thread, "go").answer()).isEqualTo("yes");
        }
    }

    @Test
    void aLiveEphemeralThreadIsRejoined() throws Exception {
        try (var server =
                TestAppServer.in(folder).modelSays("one").modelSays("two").start()) {
            var thread = server.startThread(Map.of("ephemeral", true));
            server.runTurn(thread, "first");
            assertThat(server.resumeThread(thread.id()).turns())
                    .extracting(TestTurn::answer)
                    .containsExactly("one");
            assertThat(server.runTurn(thread, "second").answer()).isEqualTo("two");
        }
    }

    @Test
    void aTornLastLineLosesNeitherNeighbour() throws Exception {
        try (var server =
                TestAppServer.in(folder).modelSays("one").modelSays("two").start()) {
            var thread = server.startThread();
            server.runTurn(thread, "first");
            server.end();
            appendTo(thread, "{\"timestamp\":\"2026-01-01T00:00:00.000Z\",\"type\":\"event_msg\",\"payl");
            server.restart();

            server.resumeThread(thread.id());
            server.runTurn(thread, "second");
            server.restart();

            assertThat(server.resumeThread(thread.id()).turns())
                    .extracting(TestTurn::asked, TestTurn::answer)
                    .containsExactly(tuple(List.of("first"), "one"), tuple(List.of("second"), "two"));
        }
    }

    @Test
    void aLastRecordWithoutItsNewlineIsKept() throws Exception {
        try (var server =
                TestAppServer.in(folder).modelSays("one").modelSays("two").start()) {
            var thread = server.startThread();
            server.runTurn(thread, "first");
            server.end();
            var path = requireNonNull(thread.path());
            var bytes = Files.readAllBytes(path);
            Files.write(path, Arrays.copyOf(bytes, bytes.length - 1));
            server.restart();

            server.resumeThread(thread.id());
            server.runTurn(thread, "second");
            server.restart();

            assertThat(server.resumeThread(thread.id()).turns())
                    .extracting(TestTurn::status)
                    .containsExactly("completed", "completed");
        }
    }

    @Test
    void aByteOrderMarkAndBadBytesHideNothing() throws Exception {
        try (var server = TestAppServer.in(folder).modelSays("one").start()) {
            var thread = server.startThread();
            server.runTurn(thread, "first");
            server.end();
            var path = requireNonNull(thread.path());
            var text = Files.readAllBytes(path);
            Files.write(path, new byte[] {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF});
            Files.write(path, text, StandardOpenOption.APPEND);
            Files.write(path, new byte[] {'{', (byte) 0xFF, (byte) 0xFE, '\n', '\n'}, StandardOpenOption.APPEND);
            server.restart();

            assertThat(server.resumeThread(thread.id()).turns())
                    .extracting(TestTurn::answer)
                    .containsExactly("one");
        }
    }

    private static void appendTo(TestThread thread, String text) throws IOException {
        Files.write(requireNonNull(thread.path()), text.getBytes(StandardCharsets.UTF_8), StandardOpenOption.APPEND);
    }

    @Test
    void turnsCanBeLeftOutOrPaged() throws Exception {
        try (var server = TestAppServer.in(folder)
                .modelSays("one")
                .modelSays("two")
                .modelSays("three")
                .start()) {
            var thread = server.startThread();
            server.runTurn(thread, "first");
            server.runTurn(thread, "second");
            server.runTurn(thread, "third");
            server.restart();

            var resumed = new TestThread(server.call(
                    ClientMethods.THREAD_RESUME,
                    Map.of(
                            "threadId", thread.id(),
                            "excludeTurns", true,
                            "initialTurnsPage", Map.of("limit", 2))));
            assertThat(resumed.turns()).isEmpty();
            assertThat(resumed.response().at("/initialTurnsPage/data")).hasSize(2);
            assertThat(resumed.response().at("/initialTurnsPage/nextCursor").isTextual())
                    .isTrue();
        }
    }
}
