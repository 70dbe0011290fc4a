package dev.bobbin.tests.fault;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What a client was shown of one thread. All of it is promised, whatever becomes of the server. */
final class ThreadFacts {
    /** What was shown of one turn: its finished items, and how it ended, null while it runs. */
    static final class TurnFacts {
        final List<String> items = new ArrayList<>();

        @Nullable
        String status;
    }

    final String id;
    final Map<String, TurnFacts> turns = new LinkedHashMap<>();
    final Set<String> injected = new LinkedHashSet<>();

    @Nullable
    String name;

    @Nullable
    String activeTurn;

    /** Names that nobody was told to be set, or not to be: see docs/reliability.md. */
    final Set<String> unsureNames = new LinkedHashSet<>();

    boolean archived;
    boolean deleted;
    boolean loaded;

    /** Since the server was started. */
    boolean touched;

    ThreadFacts(String id) {
        this.id = id;
    }

    /** The thread was shown with these turns, and no others. */
    void shown(JsonNode thread) {
        turns.clear();
        for (var turn : thread.path("turns")) {
            var facts = turn(turn.path("id").asText());
            turn.path("items").forEach(item -> facts.items.add(mark(item)));
            var status = turn.path("status").asText();
            facts.status = status.equals("inProgress") ? null : status;
        }
    }

    /** After a rollback only these turns are left. */
    void keepTurnsOf(JsonNode thread) {
        var kept = new LinkedHashSet<String>();
        thread.path("turns").forEach(turn -> kept.add(turn.path("id").asText()));
        turns.keySet().retainAll(kept);
    }

    TurnFacts turn(String turnId) {
        return turns.computeIfAbsent(turnId, _ -> new TurnFacts());
    }

    /** Whether anything was promised that only a rollout can keep. */
    boolean isPromised() {
        return !turns.isEmpty() && !deleted;
    }

    /** What tells an item from others, and must be the same when it is read back. */
    static String mark(JsonNode item) {
        var type = item.path("type").asText();
        return type
                + switch (type) {
                    case "userMessage" -> " " + item.path("content").findValuesAsText("text");
                    case "agentMessage" -> " " + item.path("text").asText();
                    case "reasoning" -> " " + item.path("summary");
                    case "commandExecution" ->
                        " " + item.path("id").asText() + " "
                                + item.path("status").asText() + " " + item.path("exitCode") + " "
                                + item.path("aggregatedOutput");
                    case "fileChange" ->
                        " " + item.path("id").asText() + " "
                                + item.path("status").asText() + " "
                                + item.path("changes").findValuesAsText("path");
                    default -> "";
                };
    }
}
