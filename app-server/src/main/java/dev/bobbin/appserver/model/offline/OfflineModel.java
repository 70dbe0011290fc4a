package dev.bobbin.appserver.model.offline;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.bobbin.appserver.model.ModelClient;
import dev.bobbin.appserver.model.ModelEvent;
import dev.bobbin.appserver.model.ModelEventSink;
import dev.bobbin.appserver.model.ModelRequest;
import dev.bobbin.appserver.model.RateLimitReport;
import dev.bobbin.rollout.line.RawJson;
import dev.bobbin.rollout.line.TokenUsage;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;

/** Answers with what the user said last and how many turns the thread has, a few words at a time. */
public final class OfflineModel implements ModelClient {
    private static final int BYTES_PER_TOKEN = 4;
    private static final int MAX_QUOTED_CHARS = 2000;
    private static final List<String> CONTEXT_STARTS =
            List.of("<environment_context>", "<turn_aborted>", "# AGENTS.md");

    @Override
    public void stream(ModelRequest request, ModelEventSink sink) throws InterruptedException {
        var said = saidByUser(request.input());
        var text = answer(said);
        var serial = request.input().size();
        var responseId = "resp_offline_" + serial;
        var itemId = "msg_offline_" + serial;
        sink.accept(new ModelEvent.RateLimits(new RateLimitReport(null, null, null, null)));
        sink.accept(new ModelEvent.Created(responseId));
        sink.accept(new ModelEvent.ItemAdded(message(itemId, "")));
        for (var piece : pieces(text)) {
            if (Thread.interrupted()) {
                throw new InterruptedException();
            }
            sink.accept(new ModelEvent.TextDelta(itemId, piece));
        }
        var item = message(itemId, text);
        sink.accept(new ModelEvent.ItemDone(RawJson.of((JsonNode) item), item));
        sink.accept(new ModelEvent.Completed(responseId, usage(request, text)));
    }

    private static String answer(List<String> said) {
        if (said.isEmpty()) {
            return "You have said nothing yet. This is the offline model: it needs no key and no network.";
        }
        var last = said.getLast();
        var quoted = last.length() <= MAX_QUOTED_CHARS ? last : last.substring(0, MAX_QUOTED_CHARS) + "…";
        var turns = said.size() == 1 ? "1 turn" : said.size() + " turns";
        return "You said: " + quoted + "\n\nThis thread has " + turns + " so far. (offline model)";
    }

    /** What the user wrote, turn by turn, without what the server told the model about itself. */
    private static List<String> saidByUser(List<RawJson> input) {
        var said = new ArrayList<String>();
        for (var raw : input) {
            var item = tree(raw);
            if (item.path("type").asText("message").equals("message")
                    && item.path("role").asText("").equals("user")) {
                var text = text(item.path("content"));
                if (CONTEXT_STARTS.stream().noneMatch(text::startsWith)) {
                    said.add(text);
                }
            }
        }
        return said;
    }

    private static JsonNode tree(RawJson raw) {
        try {
            return raw.tree();
        } catch (UncheckedIOException e) {
            return JsonNodeFactory.instance.objectNode();
        }
    }

    private static String text(JsonNode content) {
        if (content.isTextual()) {
            return content.textValue();
        }
        var text = new StringBuilder();
        for (var part : content) {
            var line = part.path("text").asText(part.path("type").asText("").equals("input_image") ? "[image]" : "");
            text.append(text.isEmpty() || line.isEmpty() ? "" : "\n").append(line);
        }
        return text.toString();
    }

    /** Words, each with the space before it. */
    private static List<String> pieces(String text) {
        var pieces = new ArrayList<String>();
        var start = 0;
        for (var i = 1; i < text.length(); i++) {
            if (Character.isWhitespace(text.charAt(i)) && !Character.isWhitespace(text.charAt(i - 1))) {
                pieces.add(text.substring(start, i));
                start = i;
            }
        }
        pieces.add(text.substring(start));
        return pieces;
    }

    private static ObjectNode message(String id, String text) {
        var item = JsonNodeFactory.instance.objectNode();
        item.put("type", "message").put("role", "assistant").put("id", id);
        var content = item.putArray("content");
        if (!text.isEmpty()) {
            content.addObject().put("type", "output_text").put("text", text);
        }
        return item;
    }

    private static TokenUsage usage(ModelRequest request, String answer) {
        long bytes = request.instructions().length();
        for (var item : request.input()) {
            bytes += item.length();
        }
        var input = 1 + bytes / BYTES_PER_TOKEN;
        var output = 1 + (long) answer.length() / BYTES_PER_TOKEN;
        return new TokenUsage(input, 0, output, 0, input + output);
    }
}
