package dev.bobbin.appserver.context;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.bobbin.rollout.line.RawJson;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Items of the model's conversation in the form they are stored and sent back: known members in a fixed order, without the
 * provider's ids. Builds the ones that come from here, and reduces the ones that come from a model.
 */
public final class ResponseItems {
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private ResponseItems() {}

    /** A user's message of one piece of text. */
    public static RawJson userText(String text) {
        return message("user", List.of(inputText(text)));
    }

    /** A developer's message of several pieces of text. */
    public static RawJson developerTexts(List<String> texts) {
        return message("developer", texts.stream().map(ResponseItems::inputText).toList());
    }

    /** A user's message of several pieces of text. */
    public static RawJson userTexts(List<String> texts) {
        return message("user", texts.stream().map(ResponseItems::inputText).toList());
    }

    /** What the assistant said. */
    public static RawJson assistantText(String text) {
        return message("assistant", List.of(text("output_text", text)));
    }

    /** A message of parts made by {@link #inputText} and {@link #inputImage}. */
    public static RawJson message(String role, List<ObjectNode> parts) {
        var item = typed("message").put("role", role);
        item.putArray("content").addAll(parts);
        return RawJson.of(item);
    }

    public static ObjectNode inputText(String text) {
        return text("input_text", text);
    }

    /**
     * An image as a part of a message.
     *
     * @param url also a data URL
     */
    public static ObjectNode inputImage(String url, String detail) {
        return typed("input_image").put("image_url", url).put("detail", detail);
    }

    /** What a called function, or a shell call of the provider's own kind, answered in words. */
    public static RawJson functionOutput(String callId, String output) {
        return RawJson.of(typed("function_call_output").put("call_id", callId).put("output", output));
    }

    /** What a called function answered in parts, such as images. */
    public static RawJson functionOutput(String callId, List<ObjectNode> parts) {
        var item = typed("function_call_output").put("call_id", callId);
        item.putArray("output").addAll(parts);
        return RawJson.of(item);
    }

    /** What a tool called with free text answered. */
    public static RawJson customToolOutput(String callId, String output) {
        return RawJson.of(
                typed("custom_tool_call_output").put("call_id", callId).put("output", output));
    }

    /**
     * Reduces an item to what is stored.
     *
     * @param item as the provider sent it
     * @return null for an item of a kind that is not kept
     */
    public static @Nullable RawJson stored(JsonNode item) {
        var kept = typed(item.path("type").asText());
        switch (item.path("type").asText()) {
            case "message" -> {
                copy(item, kept, "role");
                kept.set("content", contentParts(item.path("content")));
                copyPresent(item, kept, "phase");
            }
            case "reasoning" -> reasoning(item, kept);
            case "function_call" -> {
                copy(item, kept, "name");
                copyPresent(item, kept, "namespace");
                copy(item, kept, "arguments", "call_id");
            }
            case "custom_tool_call" -> {
                copyPresent(item, kept, "status");
                copy(item, kept, "call_id", "name", "input");
            }
            case "local_shell_call" -> {
                copyPresent(item, kept, "call_id");
                copy(item, kept, "status", "action");
            }
            case "tool_search_call" -> {
                copyPresent(item, kept, "call_id", "status");
                copy(item, kept, "execution", "arguments");
            }
            case "tool_search_output" -> {
                copyPresent(item, kept, "call_id");
                copy(item, kept, "status", "execution", "tools");
            }
            case "function_call_output" -> copy(item, kept, "call_id", "output");
            case "custom_tool_call_output" -> {
                copy(item, kept, "call_id");
                copyPresent(item, kept, "name");
                copy(item, kept, "output");
            }
            case "web_search_call" -> copyPresent(item, kept, "status", "action");
            case "image_generation_call" -> {
                copy(item, kept, "id", "status");
                copyPresent(item, kept, "revised_prompt");
                copy(item, kept, "result");
            }
            case "compaction", "compaction_summary" -> {
                kept.put("type", "compaction");
                copy(item, kept, "encrypted_content");
            }
            case "context_compaction" -> copyPresent(item, kept, "encrypted_content");
            default -> {
                return null;
            }
        }
        return RawJson.of(kept);
    }

    /** The text a message says, its parts joined. */
    public static String spokenText(JsonNode message) {
        var parts = message.path("content");
        if (parts.size() == 1) {
            return parts.get(0).path("text").asText();
        }
        var text = new StringBuilder();
        for (var part : parts) {
            text.append(part.path("text").asText());
        }
        return text.toString();
    }

    /** Raw thoughts are either kept whole or, where the provider sent only parts of another kind, left out. */
    private static void reasoning(JsonNode item, ObjectNode kept) {
        kept.set("summary", item.path("summary").isArray() ? item.get("summary") : NODES.arrayNode());
        var content = item.path("content");
        if (!content.isArray()) {
            kept.putNull("content");
        } else if (hasRawThought(content)) {
            kept.set("content", content);
        }
        kept.set(
                "encrypted_content",
                item.hasNonNull("encrypted_content") ? item.get("encrypted_content") : NODES.nullNode());
    }

    private static boolean hasRawThought(JsonNode content) {
        for (var part : content) {
            if (part.path("type").asText().equals("reasoning_text")) {
                return true;
            }
        }
        return false;
    }

    private static JsonNode contentParts(JsonNode content) {
        var parts = NODES.arrayNode();
        for (var part : content) {
            var type = part.path("type").asText();
            if (type.equals("input_image")) {
                var image = typed(type);
                copy(part, image, "image_url");
                copyPresent(part, image, "detail");
                parts.add(image);
            } else if (part.hasNonNull("text")) {
                parts.add(text(type, part.path("text").asText()));
            }
        }
        return parts;
    }

    private static ObjectNode text(String type, String text) {
        return typed(type).put("text", text);
    }

    private static ObjectNode typed(String type) {
        return NODES.objectNode().put("type", type);
    }

    private static void copy(JsonNode from, ObjectNode to, String... names) {
        for (var name : names) {
            var value = from.get(name);
            to.set(name, value == null ? NODES.nullNode() : value);
        }
    }

    private static void copyPresent(JsonNode from, ObjectNode to, String... names) {
        for (var name : names) {
            if (from.hasNonNull(name)) {
                to.set(name, from.get(name));
            }
        }
    }
}
