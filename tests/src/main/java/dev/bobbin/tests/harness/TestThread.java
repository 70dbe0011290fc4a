package dev.bobbin.tests.harness;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A thread as a start, resume or fork answered it.
 *
 * @param response the whole result
 */
public record TestThread(JsonNode response) {
    /** The thread's id. */
    public String id() {
        return thread().path("id").asText();
    }

    /** The thread object of the answer. */
    public JsonNode thread() {
        return response.path("thread");
    }

    /** Where its rollout lies or will lie; null for an ephemeral thread. */
    public @Nullable Path path() {
        var path = thread().path("path");
        return path.isTextual() ? Path.of(path.asText()) : null;
    }

    /** The turns that the answer shows. */
    public List<TestTurn> turns() {
        var turns = new ArrayList<TestTurn>();
        thread().path("turns").forEach(turn -> turns.add(new TestTurn(turn, List.of())));
        return turns;
    }
}
