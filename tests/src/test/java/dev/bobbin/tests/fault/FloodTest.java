package dev.bobbin.tests.fault;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.bobbin.protocol.jsonrpc.ErrorCode;
import dev.bobbin.tests.harness.Answer;
import dev.bobbin.tests.harness.TestAppServer;
import dev.bobbin.tests.harness.TestThread;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** More requests than a thread can take: some are refused, and are told so; none that was accepted is lost. */
class FloodTest {
    private static final int WAVE = 10_000;

    @TempDir
    Path folder;

    @Test
    void whatIsAcceptedIsDoneInOrderAndTheRestIsToldWhenToRetry() throws Exception {
        try (var server = TestAppServer.in(folder)
                .config("durability = \"always\"")
                .modelSays("yes")
                .start()) {
            var thread = server.startThread();
            server.runTurn(thread, "go");
            var accepted = new ArrayList<String>();
            var end = System.nanoTime() + TestAppServer.LIMIT.toNanos();
            for (var wave = 0; accepted.size() == wave * WAVE && System.nanoTime() < end; wave++) {
                flood(server, thread, wave, accepted);
            }
            assertThat(accepted).isNotEmpty();
            assertThat(accepted.size() % WAVE).as("nothing was refused").isNotZero();
            assertThat(injected(thread)).isEqualTo(accepted);
            server.call("thread/read", Map.of("threadId", thread.id()));
        }
    }

    private static void flood(TestAppServer server, TestThread thread, int wave, List<String> accepted) {
        var requests = new ArrayList<String>();
        for (var i = 0; i < WAVE; i++) {
            requests.add(server.send("thread/inject_items", Map.of("threadId", thread.id(), "items", items(wave, i))));
        }
        for (var i = 0; i < WAVE; i++) {
            switch (server.answerTo(requests.get(i))) {
                case Answer.Result _ -> accepted.add(text(wave, i));
                case Answer.Refused refused -> {
                    assertThat(refused.error().code()).isEqualTo(ErrorCode.OVERLOADED.code());
                    assertThat(refused.error().data().path("retryAfterMs").asLong())
                            .isPositive();
                    assertThat(refused.error().data().path("retryable").asBoolean())
                            .isTrue();
                }
            }
        }
    }

    private static List<?> items(int wave, int i) {
        var content = Map.of("type", "input_text", "text", text(wave, i));
        return List.of(Map.of("type", "message", "role", "user", "content", List.of(content)));
    }

    private static String text(int wave, int i) {
        return "item " + wave + "/" + i;
    }

    private static List<String> injected(TestThread thread) throws IOException {
        var json = new ObjectMapper();
        var found = new ArrayList<String>();
        for (var line : Files.readAllLines(Path.of(thread.thread().path("path").asText()))) {
            var text = json.readTree(line).at("/payload/content/0/text").asText();
            if (text.startsWith("item ")) {
                found.add(text);
            }
        }
        return found;
    }
}
