package dev.bobbin.tests.fault;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bobbin.protocol.method.ClientMethods;
import dev.bobbin.tests.harness.ModelReply;
import dev.bobbin.tests.harness.TestAppServer;
import dev.bobbin.tests.harness.TestTurn;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A model whose stream is broken in every way: the turn ends, says why, and keeps the items that were finished. */
class ModelStreamTest {
    private static final String STREAM = """
        data: {"type":"response.output_item.done","output_index":0,"item":{"type":"message","role":"assistant","id":"m","content":[{"type":"output_text","text":"käpt"}]}}

        data: {"type":"response.completed","response":{"id":"r","usage":{"input_tokens":1,"output_tokens":1,"total_tokens":2}}}

        """;

    @TempDir
    Path folder;

    @Test
    void cutAtAnyByteTheTurnEndsAndFinishedItemsStay() throws Exception {
        var stream = STREAM.getBytes(StandardCharsets.UTF_8);
        try (var server = TestAppServer.in(folder).start()) {
            var thread = server.startThread();
            var turns = new ArrayList<TestTurn>();
            for (var length = 0; length <= stream.length; length++) {
                server.model()
                        .then(ModelReply.reply()
                                .raw(Arrays.copyOf(stream, length))
                                .cut());
                var turn = server.runTurn(thread, "cut at " + length);
                assertThat(turn.answer()).as("cut at %d", length).isIn("", "käpt");
                if (turn.status().equals("failed")) {
                    assertThat(turn.turn().at("/error/message").asText()).isNotBlank();
                } else {
                    assertThat(turn.answer()).as("cut at %d", length).isEqualTo("käpt");
                }
                turns.add(turn);
            }
            assertThat(turns.getFirst().status()).isEqualTo("failed");
            assertThat(turns.getLast().status()).isEqualTo("completed");
            server.restart();
            var shown = server.resumeThread(thread.id()).turns();
            assertThat(shown)
                    .extracting(TestTurn::answer)
                    .containsExactlyElementsOf(
                            turns.stream().map(TestTurn::answer).toList());
        }
    }

    @Test
    void bytesThatAreNoTextAreReplaced() throws Exception {
        try (var server = TestAppServer.in(folder)
                .modelReplies(ModelReply.reply()
                        .raw(STREAM.replace("käpt", "k\u00e9pt").getBytes(StandardCharsets.ISO_8859_1)))
                .modelSays("on")
                .start()) {
            var thread = server.startThread();
            assertThat(server.runTurn(thread, "go").status()).isIn("completed", "failed");
            assertThat(server.runTurn(thread, "on").answer()).isEqualTo("on");
        }
    }

    @Test
    void anEndlessStreamIsInterrupted() throws Exception {
        var endless = ModelReply.reply();
        for (var i = 0; i < 2_000; i++) {
            endless.raw(
                    ": still there\n\ndata: {\"type\":\"response.in_progress\"}\n\n".getBytes(StandardCharsets.UTF_8));
        }
        try (var server = TestAppServer.in(folder)
                .modelReplies(endless.hang())
                .modelSays("on")
                .start()) {
            var thread = server.startThread();
            var turn = server.startTurn(thread, "go");
            server.model().awaitRequests(1);
            server.call(ClientMethods.TURN_INTERRUPT, Map.of("threadId", thread.id(), "turnId", turn));
            assertThat(server.finishTurn(thread).status()).isEqualTo("interrupted");
            assertThat(server.runTurn(thread, "on").answer()).isEqualTo("on");
        }
    }
}
