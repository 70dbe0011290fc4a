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
        var type = item.path("type").asText();
        var kept = typed(type);
        switch (type) {
            case "message" -> {
                copy(item, kept, "role");
                kept.set("content", contentParts(item.path("content")));
                copy(item, kept, "phase?");
            }
            case "reasoning" -> reasoning(item, kept);
            case "function_call" -> copy(item, kept, "name", "namespace?", "arguments", "call_id");
            case "function_call_output" -> copy(item, kept, "call_id", "output");
            case "custom_tool_call" -> copy(item, kept, "status?", "call_id", "name", "input");
            case "custom_tool_call_output" -> copy(item, kept, "call_id", "name?", "output");
            case "local_shell_call" -> copy(item, kept, "call_id?", "status", "action");
            case "tool_search_call" -> copy(item, kept, "call_id?", "status?", "execution", "arguments");
            case "tool_search_output" -> copy(item, kept, "call_id?", "status", "execution", "tools");
            case "web_search_call" -> copy(item, kept, "status?", "action?");
            case "image_generation_call" -> copy(item, kept, "id", "status", "revised_prompt?", "result");
            case "compaction", "compaction_summary" -> copy(item, kept.put("type", "compaction"), "encrypted_content");
            case "context_compaction" -> copy(item, kept, "encrypted_content?");
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
                copy(part, image, "image_url", "detail?");
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

    /** Copies members in this order. One whose name ends in a question mark is left out where it is null or absent. */
    private static void copy(JsonNode from, ObjectNode to, String... names) {
        for (var name : names) {
            var isOptional = name.endsWith("?");
            var member = isOptional ? name.substring(0, name.length() - 1) : name;
            var value = from.get(member);
            if (!isOptional || (value != null && !value.isNull())) {
                to.set(member, value == null ? NODES.nullNode() : value);
            }
        }
    }
}
