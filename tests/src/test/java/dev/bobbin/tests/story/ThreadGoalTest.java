package dev.bobbin.tests.story;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.bobbin.protocol.method.ClientMethods;
import dev.bobbin.tests.harness.TestAppServer;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ThreadGoalTest {
    @TempDir
    Path folder;

    @Test
    void aThreadThatIsNotLoadedHasItsGoalSetReadAndCleared() throws Exception {
        try (var server = TestAppServer.in(folder).modelSays("yes").start()) {
            var thread = server.startThread();
            server.runTurn(thread, "go");
            server.restart();
            var id = thread.id();

            assertThat(set(server, id, Map.of("objective", " win ", "tokenBudget", 5, "status", "paused"))
                            .path("objective")
                            .asText())
                    .isEqualTo("win");
            assertThat(server.next("thread/goal/updated").at("/goal/objective").asText())
                    .isEqualTo("win");
            server.restart();
            assertThat(get(server, id).path("tokenBudget").asLong()).isEqualTo(5);
            server.resumeThread(id);
            assertThat(get(server, id).path("objective").asText()).isEqualTo("win");
            server.restart();
            assertThat(clear(server, id)).isTrue();
            assertThat(clear(server, id)).isFalse();
            assertThat(get(server, id).isNull()).isTrue();
        }
    }

    @Test
    void whatAChangeDoesNotNameIsKept() throws Exception {
        try (var server = TestAppServer.in(folder).modelSays("yes").start()) {
            var thread = server.startThread();
            server.runTurn(thread, "go");
            set(server, thread.id(), Map.of("objective", "win", "tokenBudget", 5, "status", "paused"));
            var changed = set(server, thread.id(), Map.of("objective", "win again"));
            assertThat(changed.path("objective").asText()).isEqualTo("win again");
            assertThat(changed.path("status").asText()).isEqualTo("paused");
            assertThat(changed.path("tokenBudget").asLong()).isEqualTo(5);
        }
    }

    @Test
    void wrongGoalsAreRefused() throws Exception {
        try (var server = TestAppServer.in(folder).modelSays("yes").start()) {
            var thread = server.startThread();
            server.runTurn(thread, "go");
            assertThat(refused(server, thread.id(), Map.of("status", "paused"))).contains("no goal exists");
            assertThat(refused(server, thread.id(), Map.of("objective", " ")))
                    .isEqualTo("goal objective must not be empty");
            assertThat(refused(server, thread.id(), Map.of("objective", "x".repeat(4_001))))
                    .isEqualTo("goal objective must be at most 4000 characters");
            assertThat(refused(server, thread.id(), Map.of("objective", "win", "tokenBudget", 0)))
                    .isEqualTo("goal budgets must be positive when provided");
            server.call(ClientMethods.THREAD_ARCHIVE, Map.of("threadId", thread.id()));
            assertThat(refused(server, thread.id(), Map.of("objective", "win")))
                    .isEqualTo("thread not found: " + thread.id());
        }
    }

    private static Map<String, Object> with(String threadId, Map<String, ?> more) {
        var params = new HashMap<String, Object>(more);
        params.put("threadId", threadId);
        return params;
    }

    private static JsonNode set(TestAppServer server, String threadId, Map<String, ?> goal) {
        return server.call(ClientMethods.THREAD_GOAL_SET, with(threadId, goal)).path("goal");
    }

    private static String refused(TestAppServer server, String threadId, Map<String, ?> goal) {
        return server.refusal(ClientMethods.THREAD_GOAL_SET, with(threadId, goal))
                .message();
    }

    private static JsonNode get(TestAppServer server, String threadId) {
        return server.call(ClientMethods.THREAD_GOAL_GET, Map.of("threadId", threadId))
                .path("goal");
    }

    private static boolean clear(TestAppServer server, String threadId) {
        return server.call(ClientMethods.THREAD_GOAL_CLEAR, Map.of("threadId", threadId))
                .path("cleared")
                .asBoolean();
    }
}
