package dev.bobbin.tests.story;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bobbin.protocol.method.ClientMethods;
import dev.bobbin.tests.harness.Answer;
import dev.bobbin.tests.harness.TestAppServer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HandshakeTest {
    private static final Map<String, Object> CLIENT =
            Map.of("clientInfo", Map.of("name", "tester", "title", "T", "version", "1.2.3"));

    @TempDir
    Path folder;

    @Test
    void theServerSaysWhoItIs() throws Exception {
        try (var server = TestAppServer.in(folder).withoutHandshake().start()) {
            var result = server.call("initialize", CLIENT);
            assertThat(result.path("userAgent").asText())
                    .matches("tester/\\d+\\.\\d+\\.\\d+ \\(.*\\) .*\\(tester; 1\\.2\\.3\\)");
            assertThat(result.path("codexHome").asText())
                    .isEqualTo(server.home().toRealPath().toString());
        }
    }

    @Test
    void nothingIsDoneBeforeTheHandshakeAndItIsDoneOnce() throws Exception {
        try (var server = TestAppServer.in(folder).withoutHandshake().start()) {
            assertThat(server.refusal(ClientMethods.THREAD_LIST, Map.of()).message())
                    .isEqualTo("Not initialized");
            server.call("initialize", CLIENT);
            assertThat(server.tryCall("initialize", CLIENT))
                    .isInstanceOfSatisfying(
                            Answer.Refused.class,
                            refused -> assertThat(refused.error().message()).isEqualTo("Already initialized"));
        }
    }

    @Test
    void unknownMethodsAreNamed() throws Exception {
        try (var server = TestAppServer.in(folder).start()) {
            var refused = (Answer.Refused) server.tryCall("turn/walk", Map.of());
            assertThat(refused.error().code()).isEqualTo(-32600);
            assertThat(refused.error().message())
                    .startsWith("Invalid request: unknown variant `turn/walk`, expected one of ");
        }
    }

    @Test
    void idsComeBackExactly() throws Exception {
        try (var server = TestAppServer.in(folder).start()) {
            for (var id : List.of("\"\"", "-9223372036854775808", "7", "\"a \\u00e4 id\"")) {
                server.sendLine("{\"id\":" + id + ",\"method\":\"thread/loaded/list\",\"params\":{}}");
                assertThat(server.rawAnswerTo(server.tree(id).toString())).isInstanceOf(Answer.Result.class);
            }
        }
    }

    @Test
    void rubbishIsPassedOver() throws Exception {
        try (var server = TestAppServer.in(folder).start()) {
            for (var line : List.of(
                    "",
                    "   ",
                    "{",
                    "[]",
                    "42",
                    "null",
                    "{}",
                    "{\"id\":1.5,\"method\":\"thread/list\"}",
                    "\u0000",
                    "{\"id\":99,\"result\":{}}",
                    "{\"method\":\"no/such/notification\"}",
                    "[".repeat(10_000),
                    "{\"id\":1,\"method\":\"thread/list\",\"params\":" + "[".repeat(10_000) + "]".repeat(10_000)
                            + "}")) {
                server.sendLine(line);
            }
            server.sendBytes(new byte[] {'"', (byte) 0xC3, (byte) 0x28, '"', '\n'});
            server.sendLine("{\"id\":\"\\ud800\",\"method\":\"thread/loaded/list\",\"params\":{}}");
            server.call(ClientMethods.THREAD_LOADED_LIST, Map.of());
            server.assertNothingUnread();
        }
    }

    @Test
    void aVeryLongLineIsAnswered() throws Exception {
        try (var server = TestAppServer.in(folder).start()) {
            var thread = server.startThread();
            var head = "{\"id\":1,\"method\":\"turn/start\",\"params\":{\"threadId\":\"" + thread.id()
                    + "\",\"input\":[{\"type\":\"text\",\"text\":\"";
            server.sendBytes(head.getBytes(StandardCharsets.UTF_8));
            var block = "x".repeat(1 << 20).getBytes(StandardCharsets.UTF_8);
            for (var i = 0; i < 64; i++) {
                server.sendBytes(block);
            }
            server.sendBytes("\"}]}}\n".getBytes(StandardCharsets.UTF_8));
            assertThat(server.rawAnswerTo("1")).isInstanceOfSatisfying(Answer.Refused.class, refused -> {
                assertThat(refused.error().code()).isEqualTo(-32602);
                assertThat(refused.error().message())
                        .isEqualTo("Input exceeds the maximum length of 1048576 characters.");
            });
        }
    }
}
