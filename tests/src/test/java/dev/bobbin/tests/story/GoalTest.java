package dev.bobbin.tests.story;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.bobbin.protocol.method.ThreadMethods;
import dev.bobbin.tests.harness.ModelReply;
import dev.bobbin.tests.harness.TestAppServer;
import dev.bobbin.tests.harness.TestThread;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GoalTest {
    private static final ModelReply REACHED = ModelReply.calls("update_goal", Map.of("status", "complete"));

    @TempDir
    Path folder;

    @Test
    void anIdleThreadWorksOnItsGoalUntilItIsReached() throws Exception {
        try (var server = TestAppServer.in(folder)
                .modelSays("a first step")
                .modelReplies(REACHED)
                .modelSays("all done")
                .start()) {
            var thread = server.startThread();
            setGoal(server, thread, Map.of("objective", "tidy up"));
            assertThat(server.finishTurn(thread).answer()).isEqualTo("a first step");
            assertThat(server.finishTurn(thread).answer()).isEqualTo("all done");

            var goal = goal(server, thread);
            assertThat(goal.path("status").asText()).isEqualTo("complete");
            assertThat(goal.path("tokensUsed").asLong()).isPositive();
            assertThat(server.model().requests()).hasSize(3);
        }
    }

    @Test
    void theGoalIsToldToTheModelButIsNoItemForClients() throws Exception {
        try (var server =
                TestAppServer.in(folder).modelReplies(REACHED).modelSays("done").start()) {
            var thread = server.startThread();
            setGoal(server, thread, Map.of("objective", "sort <these>"));
            var turn = server.finishTurn(thread);
            assertThat(turn.answer()).isEqualTo("done");
            assertThat(server.model().lastRequest().toString())
                    .contains("<codex_internal_context source")
                    .contains("sort &lt;these&gt;");
            assertThat(server.transcript().toString()).doesNotContain("codex_internal_context");
        }
    }

    @Test
    void aBudgetEndsTheWork() throws Exception {
        try (var server = TestAppServer.in(folder)
                .modelReplies(ModelReply.reply().message("half of it").tokens(30, 20))
                .start()) {
            var thread = server.startThread();
            setGoal(server, thread, Map.of("objective", "count to a million", "tokenBudget", 40));
            server.finishTurn(thread);
            var goal = goal(server, thread);
            assertThat(goal.path("status").asText()).isEqualTo("budgetLimited");
            assertThat(goal.path("tokensUsed").asLong()).isEqualTo(50);
        }
    }

    @Test
    void aModelThatUsesItsBudgetUpIsToldToComeToAnEnd() throws Exception {
        try (var server = TestAppServer.in(folder)
                .modelReplies(
                        ModelReply.reply().call("get_goal", "c1", Map.of()).tokens(30, 20))
                .modelSays("this is as far as I got")
                .start()) {
            var thread = server.startThread();
            setGoal(server, thread, Map.of("objective", "count to a million", "tokenBudget", 40));
            server.finishTurn(thread);
            assertThat(server.model().lastRequest().toString()).contains("Begin nothing new");
        }
    }

    @Test
    void anInterruptStopsTheWorkUntilTheGoalIsSetAgain() throws Exception {
        try (var server = TestAppServer.in(folder)
                .modelReplies(ModelReply.reply().beginMessage("half").hang())
                .modelReplies(REACHED)
                .modelSays("done")
                .start()) {
            var thread = server.startThread();
            setGoal(server, thread, Map.of("objective", "tidy up"));
            var turn = server.next("turn/started").path("turn").path("id").asText();
            server.next("item/agentMessage/delta");
            server.call("turn/interrupt", Map.of("threadId", thread.id(), "turnId", turn));
            assertThat(server.finishTurn(thread).status()).isEqualTo("interrupted");
            assertThat(goal(server, thread).path("status").asText()).isEqualTo("active");

            setGoal(server, thread, Map.of("status", "active"));
            assertThat(server.finishTurn(thread).answer()).isEqualTo("done");
        }
    }

    @Test
    void anUnfinishedGoalIsGoneOnWithAfterARestart() throws Exception {
        try (var server = TestAppServer.in(folder)
                .modelReplies(ModelReply.reply().hang())
                .modelReplies(REACHED)
                .modelSays("done")
                .start()) {
            var thread = server.startThread();
            setGoal(server, thread, Map.of("objective", "tidy up"));
            server.model().awaitRequests(1);
            server.restart();
            var resumed = server.resumeThread(thread.id());
            assertThat(server.finishTurn(resumed).answer()).isEqualTo("done");
            server.restart();
            server.resumeThread(thread.id());
            assertThat(goal(server, thread).path("status").asText()).isEqualTo("complete");
        }
    }

    @Test
    void aUsageLimitEndsTheWork() throws Exception {
        try (var server = TestAppServer.in(folder)
                .modelReplies(ModelReply.reply().failed("insufficient_quota", "no more"))
                .start()) {
            var thread = server.startThread();
            setGoal(server, thread, Map.of("objective", "tidy up"));
            assertThat(server.finishTurn(thread).status()).isEqualTo("failed");
            assertThat(goal(server, thread).path("status").asText()).isEqualTo("usageLimited");
        }
    }

    @Test
    void anotherFailureIsTriedAgain() throws Exception {
        try (var server = TestAppServer.in(folder)
                .modelReplies(ModelReply.status(400, "{\"error\":{\"message\":\"bad\"}}"))
                .modelReplies(REACHED)
                .modelSays("done")
                .start()) {
            var thread = server.startThread();
            setGoal(server, thread, Map.of("objective", "tidy up"));
            assertThat(server.finishTurn(thread).status()).isEqualTo("failed");
            assertThat(server.finishTurn(thread).answer()).isEqualTo("done");
        }
    }

    @Test
    void aModelSetsAGoalOnlyWhereThereIsNone() throws Exception {
        try (var server = TestAppServer.in(folder)
                .modelReplies(ModelReply.reply().call("create_goal", "c1", Map.of("objective", "one")))
                .modelReplies(ModelReply.reply().call("create_goal", "c2", Map.of("objective", "two")))
                .modelReplies(ModelReply.reply().call("update_goal", "c3", Map.of("status", "paused")))
                .modelReplies(ModelReply.reply().call("update_goal", "c4", Map.of("status", "blocked")))
                .modelSays("stuck")
                .start()) {
            var thread = server.startThread();
            server.runTurn(thread, "set a goal");
            var goal = goal(server, thread);
            assertThat(goal.path("objective").asText()).isEqualTo("one");
            assertThat(goal.path("status").asText()).isEqualTo("blocked");
        }
    }

    @Test
    void aThreadThatIsNotKeptHasNoGoals() throws Exception {
        try (var server = TestAppServer.in(folder)
                .modelReplies(ModelReply.calls("get_goal", Map.of()))
                .modelSays("there is none")
                .start()) {
            var thread = server.startThread(Map.of("ephemeral", true));
            server.runTurn(thread, "what is your goal?");
            assertThat(server.model().lastRequest().toString()).contains("unsupported call: get_goal");
        }
    }

    private static void setGoal(TestAppServer server, TestThread thread, Map<String, ?> goal) {
        var params = new HashMap<String, Object>(goal);
        params.put("threadId", thread.id());
        server.call(ThreadMethods.THREAD_GOAL_SET, params);
    }

    private static JsonNode goal(TestAppServer server, TestThread thread) {
        return server.call(ThreadMethods.THREAD_GOAL_GET, Map.of("threadId", thread.id()))
                .path("goal");
    }
}
