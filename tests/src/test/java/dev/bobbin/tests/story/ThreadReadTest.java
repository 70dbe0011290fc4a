package dev.bobbin.tests.story;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.bobbin.protocol.method.ClientMethods;
import dev.bobbin.tests.harness.ModelReply;
import dev.bobbin.tests.harness.TestAppServer;
import dev.bobbin.tests.harness.TestThread;
import dev.bobbin.tests.harness.TestTurn;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ThreadReadTest {
    @TempDir
    Path folder;

    @Test
    void aThreadReadWithoutItsTurnsIsOtherwiseTheSame() throws Exception {
        try (var server = TestAppServer.in(folder).modelSays("one").start()) {
            var thread = server.startThread(Map.of("threadSource", "user"));
            server.runTurn(thread, "go");
            assertSameWithoutTurns(server, thread);
            server.restart();
            assertSameWithoutTurns(server, thread);
        }
    }

    private static void assertSameWithoutTurns(TestAppServer server, TestThread thread) {
        var whole = (ObjectNode) read(server, thread, true);
        var head = (ObjectNode) read(server, thread, false);
        assertThat(head.path("updatedAt").asLong()).isPositive();
        assertThat(head.path("threadSource").asText()).isEqualTo("user");
        whole.remove("turns");
        head.remove("turns");
        assertThat(head).isEqualTo(whole);
    }

    @Test
    void commandsAreShownAfterARestart() throws Exception {
        try (var server = TestAppServer.in(folder)
                .modelReplies(ModelReply.calls("exec_command", Map.of("cmd", "printf seen")))
                .modelSays("done")
                .start()) {
            var thread = server.startThread(Map.of("sandbox", "danger-full-access"));
            var live =
                    server.runTurn(thread, "run it").items("commandExecution").getFirst();
            assertThat(live.path("aggregatedOutput").asText()).isEqualTo("seen");
            server.restart();
            var shown = new TestTurn(read(server, thread, true).at("/turns/0"), java.util.List.of())
                    .items("commandExecution");
            assertThat(shown).containsExactly(live);
        }
    }

    private static JsonNode read(TestAppServer server, TestThread thread, boolean turns) {
        return server.call(ClientMethods.THREAD_READ, Map.of("threadId", thread.id(), "includeTurns", turns))
                .path("thread");
    }
}
