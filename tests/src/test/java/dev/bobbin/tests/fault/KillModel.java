package dev.bobbin.tests.fault;

import com.fasterxml.jackson.databind.JsonNode;
import dev.bobbin.tests.harness.ModelReply;
import dev.bobbin.tests.harness.ModelRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** A model that does what the last user text asks of it, {@code "u17 run"}, the same whenever it is asked again. */
final class KillModel {
    /** What a text may ask for. Most are ordinary; the rest fail, stall or break off. */
    static final List<String> KINDS =
            List.of("say", "say", "say", "two", "think", "run", "run", "patch", "long", "fail", "cut", "hang", "half");

    private static final int MOST_PIECES = 12;
    private static final int LONG = 20_000;

    private KillModel() {}

    static ModelReply reply(ModelRequest request) {
        var asked = lastText(request);
        var words = asked.split(" ", -1);
        if (words.length != 2 || !words[0].startsWith("u")) {
            return ModelReply.says("summary");
        }
        var input = request.body().path("input");
        var last = input.path(input.size() - 1);
        if (last.path("type").asText().endsWith("_output")) {
            return message(ModelReply.reply(), "done " + words[0], words[0]);
        }
        return reply(words[0], words[1]);
    }

    private static String lastText(ModelRequest request) {
        var text = "";
        for (JsonNode item : request.body().path("input")) {
            if (item.path("role").asText().equals("user")) {
                text = item.path("content").path(0).path("text").asText();
            }
        }
        return text;
    }

    private static ModelReply reply(String tag, String kind) {
        var reply = ModelReply.reply();
        return switch (kind) {
            case "two" -> message(message(reply, "first " + tag, tag), "second " + tag, tag);
            case "think" -> message(reply.item(thought(tag)), "thought " + tag, tag);
            case "run" ->
                message(reply, "running " + tag, tag).call("exec_command", "c-" + tag, command("echo " + tag));
            case "patch" -> reply.call("exec_command", "p-" + tag, command(patch(tag)));
            case "long" -> message(reply, tag + " " + "x".repeat(LONG), tag);
            case "fail" -> ModelReply.status(400, "{\"error\":{\"message\":\"no\"}}");
            case "cut" ->
                message(reply, "kept " + tag, tag).beginMessage("lost").cut();
            case "hang" -> reply.beginMessage("stalls").hang();
            case "half" ->
                message(reply, "kept " + tag, tag).beginMessage("stalls").hang();
            default -> message(reply, "answer " + tag, tag);
        };
    }

    private static ModelReply message(ModelReply reply, String text, String tag) {
        var random = new Random(tag.hashCode());
        var pieces = new ArrayList<String>();
        for (var from = 0; from < text.length(); ) {
            var to = Math.min(text.length(), from + 1 + random.nextInt(1 + text.length() / (1 + MOST_PIECES / 2)));
            pieces.add(text.substring(from, to));
            from = to;
        }
        return reply.message(text, pieces.toArray(String[]::new));
    }

    private static Map<String, ?> thought(String tag) {
        return Map.of(
                "type",
                "reasoning",
                "id",
                "rs_" + tag,
                "summary",
                List.of(Map.of("type", "summary_text", "text", "thinking " + tag)),
                "content",
                List.of());
    }

    private static Map<String, ?> command(String text) {
        return Map.of("cmd", text, "login", false);
    }

    private static String patch(String tag) {
        return "apply_patch <<'EOF'\n*** Begin Patch\n*** Add File: made-" + tag + "\n+" + tag
                + "\n*** End Patch\nEOF\n";
    }
}
