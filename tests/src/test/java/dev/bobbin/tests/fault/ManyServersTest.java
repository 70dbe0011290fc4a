package dev.bobbin.tests.fault;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bobbin.tests.harness.Answer;
import dev.bobbin.tests.harness.ModelReply;
import dev.bobbin.tests.harness.PackagedServer;
import dev.bobbin.tests.harness.TestAppServer;
import dev.bobbin.tests.harness.TestThread;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Several servers on one home, which resume each other's threads and are killed: a thread has one writer at a time. */
@Tag("process")
class ManyServersTest {
    private static final int STEPS = 24;
    private static final int THREADS = 3;

    @TempDir
    Path folder;

    private final List<TestAppServer> servers = new ArrayList<>();
    private final Map<String, TestAppServer> holders = new HashMap<>();
    private final Map<String, List<String>> answered = new HashMap<>();

    @ParameterizedTest
    @CsvSource({"2, 1", "5, 2"})
    void aThreadHasOneWriterAndNothingIsInterleaved(int count, long seed) throws Exception {
        var random = new Random(seed);
        try {
            for (var i = 0; i < count; i++) {
                var setup = TestAppServer.in(folder).process(PackagedServer.command());
                servers.add((i == 0 ? setup : setup.withoutConfig()).start());
            }
            servers.getFirst().model().otherwise(_ -> ModelReply.says("yes"));
            for (var i = 0; i < THREADS; i++) {
                var server = servers.get(random.nextInt(count));
                var thread = server.startThread();
                holders.put(thread.id(), server);
                answered.put(thread.id(), new ArrayList<>());
                turn(server, thread, "first");
            }
            for (var step = 0; step < STEPS; step++) {
                step(random, step);
            }
            for (var file : KillVictim.rollouts(folder)) {
                new RolloutLines().healed(file);
            }
        } finally {
            servers.forEach(TestAppServer::close);
        }
    }

    private void step(Random random, int step) throws Exception {
        var server = servers.get(random.nextInt(servers.size()));
        if (random.nextInt(4) == 0) {
            server.killAndRestart();
            holders.values().removeIf(holder -> holder == server);
            return;
        }
        var ids = answered.keySet().stream().sorted().toList();
        var id = ids.get(random.nextInt(ids.size()));
        var answer = server.tryCall("thread/resume", Map.of("threadId", id));
        var holder = holders.get(id);
        if (holder != null && holder != server) {
            assertThat(answer).as("step %d", step).isInstanceOf(Answer.Refused.class);
            assertThat(((Answer.Refused) answer)
                            .error()
                            .data()
                            .at("/holder/pid")
                            .asLong())
                    .isEqualTo(holder.pid());
        } else if (answer instanceof Answer.Result(var result)) {
            holders.put(id, server);
            turn(server, new TestThread(result), "step " + step);
        } else {
            throw new AssertionError("step " + step + ": nobody holds " + id + ", and yet: " + answer);
        }
    }

    private void turn(TestAppServer server, TestThread thread, String text) {
        assertThat(server.runTurn(thread, text).status()).isEqualTo("completed");
        var asked = answered.get(thread.id());
        asked.add(text);
        var read = server.call("thread/read", Map.of("threadId", thread.id(), "includeTurns", true));
        assertThat(new TestThread(read).turns())
                .flatExtracting(turn -> turn.asked())
                .containsExactlyElementsOf(asked);
    }
}
