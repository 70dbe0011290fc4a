package dev.bobbin.tests.bench;

import com.fasterxml.jackson.databind.JsonNode;
import dev.bobbin.tests.harness.ModelReply;
import dev.bobbin.tests.harness.ModelRequest;
import java.util.ArrayList;
import java.util.Map;

/** A model that does what the last user text asks of it by its first word. */
final class LoadModel {
    private static final int PIECES = 40;
    private static final int LONG = 20_000;
    private static final int HUGE_PIECE = 128 << 10;
    private static final int HUGE_PIECES = 8;

    private LoadModel() {}

    static ModelReply reply(ModelRequest request) {
        var input = request.body().path("input");
        if (input.path(input.size() - 1).path("type").asText().endsWith("_output")) {
            return ModelReply.says("done");
        }
        return reply(lastText(input));
    }

    private static String lastText(JsonNode input) {
        var text = "";
        for (var item : input) {
            if (item.path("role").asText().equals("user")) {
                text = item.path("content").path(0).path("text").asText();
            }
        }
        return text;
    }

    private static ModelReply reply(String asked) {
        return switch (asked.split(" ", 2)[0]) {
            case "stream" -> pieces("word ", PIECES);
            case "long" -> ModelReply.says("x".repeat(LONG));
            case "huge" -> pieces("x".repeat(HUGE_PIECE), HUGE_PIECES);
            case "run" -> ModelReply.calls("exec_command", command("seq 1 200"));
            case "patch" -> ModelReply.calls("exec_command", command(patch(asked)));
            case "fail" -> ModelReply.status(400, "{\"error\":{\"message\":\"no\"}}");
            case "hang" -> ModelReply.reply().beginMessage("stalls").hang();
            default -> ModelReply.says("answer to " + asked);
        };
    }

    private static ModelReply pieces(String piece, int count) {
        var pieces = new ArrayList<String>();
        for (var i = 0; i < count; i++) {
            pieces.add(piece);
        }
        return ModelReply.reply().message(piece.repeat(count), pieces.toArray(String[]::new));
    }

    private static Map<String, ?> command(String text) {
        return Map.of("cmd", text, "login", false);
    }

    private static String patch(String asked) {
        var file = "f" + Math.floorMod(asked.hashCode(), 50) + ".txt";
        return "apply_patch <<'EOF'\n*** Begin Patch\n*** Add File: " + file + "\n+" + asked + "\n*** End Patch\nEOF\n";
    }
}
