package dev.bobbin.tests.fault;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.bobbin.tests.harness.Answer;
import dev.bobbin.tests.harness.ModelReply;
import dev.bobbin.tests.harness.TestAppServer;
import dev.bobbin.tests.harness.TestThread;
import dev.bobbin.tests.harness.TestTurn;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToIntFunction;

/**
 * A small session, in which one file operation meets a fault. Whatever it is: requests are answered, what was shown is
 * there afterwards, and the thread goes on. Loaded by {@link FaultyClasses}.
 */
public final class FileFaultStory implements ToIntFunction<Path> {
    private final FileFaults.Fault fault;
    private final int number;
    private final Map<String, List<String>> shown = new LinkedHashMap<>();

    public FileFaultStory(FileFaults.Fault fault, Integer number) {
        this.fault = fault;
        this.number = number;
    }

    /** Returns how many operations there were. */
    @Override
    public int applyAsInt(Path folder) {
        try {
            return tell(folder);
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }

    private int tell(Path folder) throws Exception {
        try (var server = TestAppServer.in(folder).start()) {
            server.model().otherwise(_ -> ModelReply.says("yes"));
            FileFaults.arm(fault, number);
            var thread = workUnderFault(server);
            var operations = FileFaults.disarm();
            if (thread != null) {
                server.tryCall("thread/unarchive", Map.of("threadId", thread.id()));
                server.resumeThread(thread.id());
                goOn(server, thread);
                server.restart();
                var turns = server.resumeThread(thread.id()).turns();
                assertShown(turns);
                goOn(server, thread);
            }
            server.runTurn(server.startThread(), "fresh");
            for (var file : KillVictim.rollouts(folder)) {
                new RolloutLines().healed(file);
            }
            return operations;
        } finally {
            FileFaults.disarm();
        }
    }

    /** Returns the thread if it was shown to have anything. */
    private TestThread workUnderFault(TestAppServer server) {
        if (!(server.tryCall("thread/start", Map.of("cwd", server.cwd().toString()))
                instanceof Answer.Result(var started))) {
            return null;
        }
        var thread = new TestThread(started);
        turn(server, thread, "first");
        var params = Map.of("threadId", thread.id());
        server.tryCall("thread/name/set", Map.of("threadId", thread.id(), "name", "Named"));
        server.tryCall("thread/archive", params);
        server.tryCall("thread/unarchive", params);
        server.tryCall("thread/resume", params);
        turn(server, thread, "second");
        server.tryCall("thread/fork", params);
        server.tryCall("thread/list", Map.of());
        return shown.isEmpty() ? null : thread;
    }

    private void turn(TestAppServer server, TestThread thread, String text) {
        server.unread(thread.id());
        var answer = server.tryCall(
                "turn/start", Map.of("threadId", thread.id(), "input", List.of(TestAppServer.text(text))));
        if (answer instanceof Answer.Result) {
            var turn = server.finishTurn(thread);
            shown.put(turn.id(), marks(turn));
        }
    }

    private static List<String> marks(TestTurn turn) {
        return new ArrayList<>(turn.items().stream().map(ThreadFacts::mark).toList());
    }

    private void goOn(TestAppServer server, TestThread thread) {
        var turn = server.runTurn(thread, "on");
        assertThat(turn.status()).isEqualTo("completed");
        shown.put(turn.id(), marks(turn));
        JsonNode read = server.call("thread/read", Map.of("threadId", thread.id(), "includeTurns", true));
        assertShown(new TestThread(read).turns());
    }

    private void assertShown(List<TestTurn> turns) {
        var found = new LinkedHashMap<String, List<String>>();
        turns.forEach(turn -> found.put(turn.id(), marks(turn)));
        shown.forEach((id, items) -> {
            if (!items.isEmpty()) {
                assertThat(found).as("turn %s is lost", id).containsKey(id);
                assertThat(found.get(id)).as("items of turn %s", id).containsAll(items);
            }
        });
    }
}
