package dev.bobbin.appserver.model.chat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.bobbin.rollout.line.RawJson;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * The tools of a request in chat form. Chat knows functions only: a free-form tool becomes a function with one text, {@code
 * input}, a namespace's tools have its name before their own, and tools that the provider itself would run are left out.
 */
record ChatTools(ArrayNode functions, Set<String> freeform) {
    static ChatTools of(List<RawJson> tools) {
        var functions = JsonNodeFactory.instance.arrayNode();
        var freeform = new HashSet<String>();
        for (var raw : tools) {
            var tool = raw.tree();
            var name = tool.path("name").asText("");
            switch (tool.path("type").asText("")) {
                case "function" -> add(functions, tool, name, tool.path("parameters"));
                case "custom" -> {
                    freeform.add(name);
                    add(functions, tool, name, inputSchema());
                }
                case "namespace" ->
                    tool.path("tools")
                            .forEach(each -> add(
                                    functions,
                                    each,
                                    qualified(tool.path("name"), each.path("name")),
                                    each.path("parameters")));
                default -> {
                    continue;
                }
            }
        }
        return new ChatTools(functions, Set.copyOf(freeform));
    }

    /** The name of a namespace's tool, as chat knows it. */
    static String qualified(JsonNode namespace, JsonNode name) {
        var prefix = namespace.asText("");
        return prefix.isEmpty() ? name.asText("") : prefix + "__" + name.asText("");
    }

    private static void add(ArrayNode functions, JsonNode tool, String name, JsonNode parameters) {
        var function = functions.addObject().put("type", "function").putObject("function");
        function.put("name", name);
        if (tool.path("description").isTextual()) {
            function.set("description", tool.get("description"));
        }
        if (parameters.isObject()) {
            function.set("parameters", parameters);
        }
        if (tool.path("strict").isBoolean()) {
            function.set("strict", tool.get("strict"));
        }
    }

    private static ObjectNode inputSchema() {
        var schema = JsonNodeFactory.instance.objectNode();
        schema.put("type", "object").putObject("properties").putObject("input").put("type", "string");
        schema.putArray("required").add("input");
        return schema.put("additionalProperties", false);
    }
}
