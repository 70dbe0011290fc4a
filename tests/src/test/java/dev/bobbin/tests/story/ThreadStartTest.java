package dev.bobbin.tests.story;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.bobbin.protocol.method.ClientMethods;
import dev.bobbin.tests.harness.TestAppServer;
import dev.bobbin.tests.harness.TestThread;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ThreadStartTest {
    private static final Map<String, Object> ANY_OBJECT = Map.of("type", "object");

    @TempDir
    Path folder;

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "a b      | dynamic tool name must match ^[a-zA-Z0-9_-]+$ to match Responses API: a b",
                "mcp__x   | dynamic tool name is reserved: mcp__x",
                "''       | dynamic tool name must not be empty",
            })
    void aToolThatNoModelCouldCallIsRefusedAtOnce(String name, String text) throws Exception {
        try (var server = TestAppServer.in(folder).start()) {
            var refusal = server.refusal(ClientMethods.THREAD_START, Map.of("dynamicTools", List.of(tool(name))));
            assertThat(refusal.message()).isEqualTo(text);
        }
    }

    @Test
    void twoToolsOfOneNameAreRefused() throws Exception {
        try (var server = TestAppServer.in(folder).start()) {
            var refusal = server.refusal(
                    ClientMethods.THREAD_START, Map.of("dynamicTools", List.of(tool("look"), tool("look"))));
            assertThat(refusal.message()).isEqualTo("duplicate dynamic tool name: look");
        }
    }

    @Test
    void rawItemsAreAnnouncedWhereTheyAreAskedFor() throws Exception {
        try (var server =
                TestAppServer.in(folder).modelSays("one").modelSays("two").start()) {
            var thread = server.startThread(Map.of("experimentalRawEvents", true));
            server.startTurn(thread, "first");
            assertThat(server.next("rawResponseItem/completed", said("user", "first")))
                    .isNotNull();
            assertThat(server.next("rawResponseItem/completed", said("assistant", "one")))
                    .isNotNull();
            server.finishTurn(thread);

            var fork = server.forkThread(thread, Map.of());
            server.startTurn(fork, "second");
            server.next("turn/completed");
            assertThat(methods(server, fork)).doesNotContain("rawResponseItem/completed");
        }
    }

    @Test
    void theFastTierIsThePriorityTierOfModelsThatHaveIt() throws Exception {
        try (var server = TestAppServer.in(folder).start()) {
            assertThat(tier(server, Map.of("model", "gpt-5.5", "serviceTier", "fast")))
                    .isEqualTo("priority");
            assertThat(tier(server, Map.of("model", "gpt-5.5", "serviceTier", "weird")))
                    .isEqualTo("null");
            assertThat(tier(server, Map.of("model", "unheard-of", "serviceTier", "fast")))
                    .isEqualTo("null");
            assertThat(tier(server, Map.of("model", "unheard-of", "serviceTier", "default")))
                    .isEqualTo("default");
        }
    }

    private static Map<String, Object> tool(String name) {
        return Map.of("name", name, "description", "d", "inputSchema", ANY_OBJECT);
    }

    private static Predicate<JsonNode> said(String role, String text) {
        return params -> params.at("/item/role").asText().equals(role)
                && params.at("/item/content/0/text").asText().equals(text);
    }

    private static List<String> methods(TestAppServer server, TestThread thread) {
        return server.unread(thread.id()).stream()
                .map(message -> message.path("method").asText())
                .toList();
    }

    private static String tier(TestAppServer server, Map<String, Object> params) {
        return server.call(ClientMethods.THREAD_START, params)
                .path("serviceTier")
                .asText();
    }
}
