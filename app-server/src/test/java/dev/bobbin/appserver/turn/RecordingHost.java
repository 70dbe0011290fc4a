package dev.bobbin.appserver.turn;

import com.fasterxml.jackson.databind.JsonNode;
import dev.bobbin.appserver.connection.EncodedNotification;
import dev.bobbin.appserver.context.ThreadContext;
import dev.bobbin.appserver.tool.AskKind;
import dev.bobbin.appserver.tool.AskRefused;
import dev.bobbin.appserver.tool.GoalDesk;
import dev.bobbin.protocol.json.WireJson;
import dev.bobbin.protocol.method.Method;
import dev.bobbin.rollout.line.RolloutItem;
import java.util.ArrayList;
import java.util.List;

/** A thread that keeps what a turn stores and shows, in order. */
final class RecordingHost implements TurnHost {
    final ThreadContext context = ThreadContext.empty();
    final List<RolloutItem> lines = new ArrayList<>();
    final List<String> shown = new ArrayList<>();
    final List<JsonNode> notes = new ArrayList<>();
    final List<List<SteeredInput>> steered = new ArrayList<>();

    @Override
    public ThreadContext context() {
        return context;
    }

    @Override
    public synchronized void commit(List<RolloutItem> committed, List<EncodedNotification> announced) {
        lines.addAll(committed);
        announced.forEach(this::deltas);
    }

    @Override
    public synchronized void deltas(EncodedNotification note) {
        var params = WireJson.toTree(note.params());
        notes.add(params);
        shown.add(note.method() + describe(params));
    }

    private static String describe(JsonNode params) {
        if (params.has("item")) {
            var item = params.get("item");
            var text = item.path("text").asText(item.path("review").asText());
            return " " + item.path("type").asText() + (text.isEmpty() ? "" : " " + text);
        }
        if (params.has("delta")) {
            return " " + params.get("delta").asText();
        }
        return params.has("error") ? " " + params.get("error").path("message").asText() : "";
    }

    /** The stored lines, each as its kind. */
    synchronized List<String> kinds() {
        return lines.stream().map(line -> line.getClass().getSimpleName()).toList();
    }

    @Override
    public GoalDesk goals() {
        return GoalDesk.none();
    }

    @Override
    public synchronized List<SteeredInput> takeSteered() {
        return steered.isEmpty() ? List.of() : steered.removeFirst();
    }

    @Override
    public synchronized List<SteeredInput> takeSteeredOrClose() {
        return takeSteered();
    }

    @Override
    public <P, R> R ask(Method<P, R> method, P params, AskKind kind) throws AskRefused {
        throw new AskRefused(AskRefused.Reason.GONE, "nobody to ask");
    }
}
