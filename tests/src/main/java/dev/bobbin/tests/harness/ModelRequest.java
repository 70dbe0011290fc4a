package dev.bobbin.tests.harness;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * One request that the model received.
 *
 * @param path the URL's path
 * @param headers header values by lower-case name
 * @param body the request's JSON
 */
public record ModelRequest(String path, Map<String, String> headers, JsonNode body) {
    /** The texts of the conversation, in order, without the context that the server adds by itself. */
    public List<String> conversation() {
        var texts = new ArrayList<String>();
        for (var item : body.path("input")) {
            var role = item.path("role").asText();
            if (role.equals("user") || role.equals("assistant")) {
                for (var part : item.path("content")) {
                    var text = part.path("text").asText();
                    if (!isContext(text)) {
                        texts.add(text);
                    }
                }
            }
        }
        return texts;
    }

    private static boolean isContext(String text) {
        return text.startsWith("<") || text.startsWith("# AGENTS.md");
    }

    /** What tool calls were answered with, in order. */
    public List<String> toolOutputs() {
        var outputs = new ArrayList<String>();
        for (var item : body.path("input")) {
            if (item.path("type").asText().endsWith("_output")) {
                var output = item.path("output");
                outputs.add(output.isTextual() ? output.asText() : output.toString());
            }
        }
        return outputs;
    }
}
