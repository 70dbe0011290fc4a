package dev.bobbin.tests.fault;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bobbin.tests.harness.ModelReply;
import dev.bobbin.tests.harness.TestAppServer;
import dev.bobbin.tests.harness.TestTurn;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.ToIntFunction;

/** A session under a clock that jumps. Loaded by {@link FaultyClasses}. Returns how many turns there were. */
public final class ClockStory implements ToIntFunction<Path> {
    private static final int THREADS = 4;
    private static final int TURNS = 4;

    @Override
    public int applyAsInt(Path folder) {
        try (var server = TestAppServer.in(folder).start()) {
            server.model().otherwise(_ -> ModelReply.says("yes"));
            var threads = new ArrayList<String>();
            var turns = new ArrayList<String>();
            for (var i = 0; i < THREADS; i++) {
                var thread = server.startThread();
                threads.add(thread.id());
                for (var j = 0; j < TURNS; j++) {
                    turns.add(server.runTurn(thread, "turn " + j).id());
                }
                server.call("thread/name/set", Map.of("threadId", thread.id(), "name", "name " + i));
                threads.add(server.forkThread(thread, Map.of()).id());
            }
            assertThat(threads).doesNotHaveDuplicates().isSorted();
            assertThat(turns).doesNotHaveDuplicates().isSorted();
            assertListed(server, threads);
            server.restart();
            assertListed(server, threads);
            assertThat(server.resumeThread(threads.getFirst()).turns())
                    .extracting(TestTurn::id)
                    .containsExactlyElementsOf(turns.subList(0, TURNS));
            return turns.size();
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }

    private static void assertListed(TestAppServer server, List<String> threads) {
        var soon = Instant.now().plusSeconds(60).getEpochSecond();
        var listed = server.call("thread/list", Map.of("modelProviders", List.of(), "sortKey", "updated_at"))
                .path("data");
        assertThat(listed)
                .extracting(thread -> thread.path("id").asText())
                .containsExactlyInAnyOrderElementsOf(threads);
        assertThat(listed)
                .extracting(thread -> thread.path("updatedAt").asLong())
                .isSortedAccordingTo((one, other) -> Long.compare(other, one))
                .allMatch(updated -> updated > soon - 2 * 3_600 && updated < soon);
    }
}
