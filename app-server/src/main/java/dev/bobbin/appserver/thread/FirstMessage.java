package dev.bobbin.appserver.thread;

import com.fasterxml.jackson.databind.JsonNode;
import dev.bobbin.rollout.line.RawJson;
import java.util.List;

/** What a conversation seems to be about: the first thing that its user said. */
final class FirstMessage {
    private static final String IMAGE = "[Image]";

    private FirstMessage() {}

    /** Finds it; the empty text if the user said nothing. */
    static String of(List<RawJson> items) {
        for (var item : items) {
            var tree = item.tree();
            if (tree.path("type").asText().equals("message")
                    && tree.path("role").asText().equals("user")) {
                var text = text(tree.path("content"));
                if (!text.isEmpty()) {
                    return text;
                }
            }
        }
        return "";
    }

    private static String text(JsonNode content) {
        var hasImage = false;
        for (var part : content) {
            var text = part.path("text").asText().strip();
            if (!text.isEmpty() && !isWrapper(text)) {
                return text;
            }
            hasImage |= part.path("type").asText().equals("input_image");
        }
        return hasImage ? IMAGE : "";
    }

    /** Context that the server adds looks like a message of the user's, but is none. */
    private static boolean isWrapper(String text) {
        return text.startsWith("<environment_context>")
                || text.startsWith("<turn_aborted>")
                || text.startsWith("<user_instructions>")
                || text.startsWith("# AGENTS.md instructions");
    }
}
