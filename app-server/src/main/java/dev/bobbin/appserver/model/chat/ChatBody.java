package dev.bobbin.appserver.model.chat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.bobbin.appserver.model.ModelRequest;
import java.util.ArrayList;

/** Translates a request. Items that chat has no form for are left out. */
final class ChatBody {
    private final ArrayNode messages;

    private ChatBody(ArrayNode messages) {
        this.messages = messages;
    }

    static ObjectNode of(ModelRequest request, ChatTools tools) {
        var body = JsonNodeFactory.instance.objectNode();
        body.put("model", request.model());
        var messages = new ChatBody(body.putArray("messages"));
        if (!request.instructions().isEmpty()) {
            messages.message("system").put("content", request.instructions());
        }
        for (var item : request.input()) {
            messages.item(item.tree());
        }
        body.put("stream", true).putObject("stream_options").put("include_usage", true);
        if (!tools.functions().isEmpty()) {
            body.set("tools", tools.functions());
            body.put("tool_choice", "auto");
        }
        var reasoning = request.settings().reasoning();
        if (reasoning != null && reasoning.effort() != null) {
            body.put("reasoning_effort", reasoning.effort().wireName());
        }
        if (request.outputSchema() != null) {
            var format = body.putObject("response_format").put("type", "json_schema");
            var schema = format.putObject("json_schema");
            schema.put("name", "codex_output_schema").put("strict", true);
            schema.set("schema", request.outputSchema().tree());
        }
        return body;
    }

    private ObjectNode message(String role) {
        return messages.addObject().put("role", role);
    }

    private void item(JsonNode item) {
        switch (item.path("type").asText("message")) {
            case "message" -> spoken(item);
            case "function_call" -> call(item, item.path("arguments").asText(""));
            case "custom_tool_call" -> {
                var arguments = JsonNodeFactory.instance.objectNode();
                arguments.put("input", item.path("input").asText(""));
                call(item, arguments.toString());
            }
            case "function_call_output", "custom_tool_call_output" -> output(item);
            default -> {
                return;
            }
        }
    }

    private void spoken(JsonNode item) {
        var role = item.path("role").asText("");
        var message = message(role.equals("developer") ? "system" : role);
        var content = item.path("content");
        if (content.isTextual()) {
            message.set("content", content);
        } else if (hasImage(content)) {
            parts(message.putArray("content"), content);
        } else {
            message.put("content", texts(content));
        }
    }

    private static boolean hasImage(JsonNode content) {
        for (var part : content) {
            if (part.path("type").asText("").equals("input_image")) {
                return true;
            }
        }
        return false;
    }

    private static void parts(ArrayNode target, JsonNode content) {
        for (var part : content) {
            if (part.path("type").asText("").equals("input_image")) {
                var image = target.addObject().put("type", "image_url").putObject("image_url");
                image.put("url", part.path("image_url").asText(""));
            } else {
                target.addObject()
                        .put("type", "text")
                        .put("text", part.path("text").asText(""));
            }
        }
    }

    private static String texts(JsonNode content) {
        var texts = new ArrayList<String>();
        for (var part : content) {
            if (part.path("text").isTextual()) {
                texts.add(part.path("text").textValue());
            }
        }
        return String.join("\n", texts);
    }

    /** Calls made together belong to one message, which may also have a text. */
    private void call(JsonNode item, String arguments) {
        var last = messages.isEmpty() ? null : (ObjectNode) messages.get(messages.size() - 1);
        var message = last != null && last.path("role").asText("").equals("assistant")
                ? last
                : message("assistant").putNull("content");
        var call = message.withArray("tool_calls").addObject();
        call.put("id", item.path("call_id").asText("")).put("type", "function");
        call.putObject("function")
                .put("name", ChatTools.qualified(item.path("namespace"), item.path("name")))
                .put("arguments", arguments);
    }

    private void output(JsonNode item) {
        var output = item.path("output");
        var message = message("tool").put("tool_call_id", item.path("call_id").asText(""));
        if (output.isArray()) {
            message.put("content", texts(output));
        } else {
            message.put(
                    "content",
                    output.isTextual()
                            ? output.textValue()
                            : output.path("content").asText(""));
        }
    }
}
