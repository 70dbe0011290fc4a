package dev.bobbin.tests.fault;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bobbin.tests.harness.TestAppServer;
import dev.bobbin.tests.harness.TestTurn;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A model whose answers are not as long as they say: the turn ends, says why, and the next one works. */
class ModelLengthTest {
    /** How a provider says the same: a message, and the end of the answer. */
    enum Provider {
        RESPONSES("""
                data: {"type":"response.output_item.done","output_index":0,"item":{"type":"message","role":"assistant","id":"m","content":[{"type":"output_text","text":"käpt"}]}}

                """, """
                data: {"type":"response.completed","response":{"id":"r","usage":{"input_tokens":1,"output_tokens":1,"total_tokens":2}}}

                """),
        CHAT("""
                data: {"id":"c","choices":[{"index":0,"delta":{"role":"assistant","content":"käpt"},"finish_reason":null}]}

                """, """
                data: {"id":"c","choices":[{"index":0,"delta":{},"finish_reason":"stop"}],"usage":{"prompt_tokens":1,"completion_tokens":1,"total_tokens":2}}

                data: [DONE]

                """);

        private final byte[] message;
        private final byte[] whole;

        Provider(String message, String end) {
            this.message = message.getBytes(StandardCharsets.UTF_8);
            this.whole = (message + end).getBytes(StandardCharsets.UTF_8);
        }
    }

    /** How a turn ends. */
    private enum End {
        COMPLETED,
        /** Failed, with what the answer had finished; a chat answer finishes nothing before its end. */
        KEPT,
        /** Failed; whether what came before the fault was seen is up to how the bytes arrived. */
        EITHER,
        FAILED
    }

    private record Case(String name, RawModel.Answer answer, End end) {}

    @TempDir
    Path folder;

    @ParameterizedTest
    @EnumSource
    void theTurnEndsAndTheNextOneWorks(Provider provider) throws Exception {
        try (var model = new RawModel();
                var server = TestAppServer.in(folder)
                        .configTables(
                                """
                                [model_providers.raw]
                                name = "Raw"
                                base_url = "%s"
                                wire_api = "%s"
                                request_max_retries = 0
                                stream_max_retries = 0
                                stream_idle_timeout_ms = 1500
                                """.formatted(model.baseUrl(), provider.name().toLowerCase(Locale.ROOT)))
                        .start()) {
            var thread = server.startThread(Map.of("modelProvider", "raw"));
            var answers = new ArrayList<String>();
            for (var each : cases(provider)) {
                model.then(each.answer());
                var turn = server.runTurn(thread, each.name());
                check(provider, each, turn);
                answers.add(turn.answer());

                model.then(sized(provider.whole.length, provider.whole, false));
                var next = server.runTurn(thread, "after " + each.name());
                assertThat(next.status()).as("after %s", each.name()).isEqualTo("completed");
                assertThat(next.answer()).isEqualTo("käpt");
                answers.add(next.answer());
            }
            server.restart();
            assertThat(server.resumeThread(thread.id()).turns())
                    .extracting(TestTurn::answer)
                    .containsExactlyElementsOf(answers);
        }
    }

    private static void check(Provider provider, Case each, TestTurn turn) {
        var completes = each.end() == End.COMPLETED;
        assertThat(turn.status()).as(each.name()).isEqualTo(completes ? "completed" : "failed");
        assertThat(turn.turn().at("/error/message").asText().isBlank())
                .as("%s: it is said why", each.name())
                .isEqualTo(completes);
        if (each.end() == End.EITHER) {
            assertThat(turn.answer()).as(each.name()).isIn("", "käpt");
            return;
        }
        var keeps = each.end() == End.KEPT && provider == Provider.RESPONSES;
        assertThat(turn.answer()).as(each.name()).isEqualTo(completes || keeps ? "käpt" : "");
    }

    private static List<Case> cases(Provider provider) {
        var whole = provider.whole;
        var size = whole.length;
        var cases = new ArrayList<Case>();
        cases.add(new Case("exact", sized(size, whole, false), End.COMPLETED));
        cases.add(new Case("none, to the end of the connection", headed("", whole, true), End.COMPLETED));
        cases.add(new Case("too long after all was said", sized(size + 10, whole, true), End.COMPLETED));
        cases.add(new Case("too long, cut after the message", sized(size, provider.message, true), End.KEPT));
        cases.add(new Case("too long, silent after the message", sized(size, provider.message, false), End.KEPT));
        cases.add(new Case("too short for the end", sized(provider.message.length, whole, true), End.KEPT));
        cases.add(new Case("too short for the end, kept open", sized(provider.message.length, whole, false), End.KEPT));
        cases.add(new Case("shorter than the message", sized(20, whole, true), End.FAILED));
        cases.add(new Case("zero", sized(0, whole, true), End.FAILED));
        for (var length : List.of("-5", "abc", "99999999999999999999", "12, 13", "0x10", "1e3")) {
            cases.add(new Case(
                    "length " + length, headed("content-length: " + length + "\r\n", whole, true), End.FAILED));
        }
        cases.add(new Case(
                "two lengths",
                headed("content-length: 5\r\ncontent-length: " + size + "\r\n", whole, true),
                End.FAILED));
        cases.addAll(chunked(provider));
        return cases;
    }

    private static List<Case> chunked(Provider provider) {
        var whole = provider.whole;
        var hex = Integer.toHexString(whole.length);
        return List.of(
                new Case("chunk, exact", chunk(hex, whole, "\r\n0\r\n\r\n", false), End.COMPLETED),
                new Case("chunks without a last one", chunk(hex, whole, "\r\n", true), End.COMPLETED),
                new Case("chunk too long, cut", chunk("fff", provider.message, "", true), End.KEPT),
                new Case(
                        "chunk too short",
                        chunk(Integer.toHexString(provider.message.length), whole, "\r\n0\r\n\r\n", true),
                        End.EITHER),
                new Case("chunk of size xyz", chunk("xyz", whole, "\r\n0\r\n\r\n", true), End.FAILED),
                new Case("chunk of size -1", chunk("-1", whole, "\r\n0\r\n\r\n", true), End.FAILED),
                new Case("chunk of no size", chunk("", whole, "\r\n0\r\n\r\n", true), End.FAILED),
                new Case("chunk beyond numbers", chunk("fffffffffffffffff", whole, "", true), End.FAILED),
                new Case("chunk of size 0 first", chunk("0", whole, "\r\n", true), End.FAILED));
    }

    private static RawModel.Answer sized(int length, byte[] body, boolean closes) {
        return headed("content-length: " + length + "\r\n", body, closes);
    }

    private static RawModel.Answer chunk(String size, byte[] body, String after, boolean closes) {
        var all = new ByteArrayOutputStream();
        all.writeBytes((size + "\r\n").getBytes(StandardCharsets.US_ASCII));
        all.writeBytes(body);
        all.writeBytes(after.getBytes(StandardCharsets.US_ASCII));
        return headed("transfer-encoding: chunked\r\n", all.toByteArray(), closes);
    }

    private static RawModel.Answer headed(String header, byte[] body, boolean closes) {
        var all = new ByteArrayOutputStream();
        all.writeBytes(("HTTP/1.1 200 OK\r\ncontent-type: text/event-stream\r\n" + header + "\r\n")
                .getBytes(StandardCharsets.US_ASCII));
        all.writeBytes(body);
        return new RawModel.Answer(all.toByteArray(), closes);
    }
}
