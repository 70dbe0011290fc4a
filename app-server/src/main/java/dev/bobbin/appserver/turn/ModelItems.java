package dev.bobbin.appserver.turn;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.bobbin.appserver.tool.ToolCall;
import dev.bobbin.protocol.v2.item.ThreadItem;
import dev.bobbin.protocol.v2.item.WebSearchAction;
import dev.bobbin.rollout.line.RawJson;
import dev.bobbin.rollout.line.RolloutEvent;
import dev.bobbin.rollout.line.RolloutItem;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Items of a model's answer as clients see them, and the events they leave in the history. */
final class ModelItems {
    private ModelItems() {}

    /** The call an item makes; null if it makes none. */
    static @Nullable ToolCall call(JsonNode item) {
        return switch (item.path("type").asText()) {
            case "function_call" ->
                call(ToolCall.Kind.FUNCTION, item, item.path("arguments").asText());
            case "custom_tool_call" ->
                call(ToolCall.Kind.CUSTOM, item, item.path("input").asText());
            case "local_shell_call" ->
                item.hasNonNull("call_id")
                        ? new ToolCall(
                                ToolCall.Kind.LOCAL_SHELL,
                                "local_shell",
                                null,
                                item.path("call_id").asText(),
                                item.path("action").toString())
                        : null;
            default -> null;
        };
    }

    private static ToolCall call(ToolCall.Kind kind, JsonNode item, String input) {
        var namespace = item.hasNonNull("namespace") ? item.get("namespace").asText() : null;
        return new ToolCall(
                kind,
                item.path("name").asText(),
                namespace,
                item.path("call_id").asText(),
                input);
    }

    static ThreadItem.Reasoning reasoning(String id, JsonNode item) {
        return new ThreadItem.Reasoning(id, texts(item.path("summary")), texts(item.path("content")));
    }

    private static List<String> texts(JsonNode parts) {
        var texts = new ArrayList<String>(parts.size());
        for (var part : parts) {
            texts.add(part.path("text").asText());
        }
        return texts;
    }

    /** @param showRaw whether unsummarised thoughts are kept as events too */
    static void addReasoningLines(ThreadItem.Reasoning thought, boolean showRaw, List<RolloutItem> lines) {
        for (var part : thought.summary()) {
            lines.add(new RolloutEvent.AgentReasoning(part));
        }
        if (showRaw) {
            for (var part : thought.content()) {
                lines.add(new RolloutEvent.AgentReasoningRawContent(part));
            }
        }
    }

    static ThreadItem.WebSearch webSearch(String id, JsonNode item) {
        var action = item.path("action");
        return new ThreadItem.WebSearch(id, query(action), action(action));
    }

    static RolloutItem webSearchLine(ThreadItem.WebSearch search, JsonNode item) {
        var action = item.hasNonNull("action")
                ? item.get("action")
                : JsonNodeFactory.instance.objectNode().put("type", "other");
        return new RolloutEvent.WebSearchEnd(search.id(), search.query(), RawJson.of(action));
    }

    /** What was looked for, in a line. */
    private static String query(JsonNode action) {
        return switch (action.path("type").asText()) {
            case "search" -> {
                var queries = strings(action.path("queries"));
                if (action.hasNonNull("query") && !action.path("query").asText().isEmpty()) {
                    yield action.path("query").asText();
                }
                yield queries == null || queries.isEmpty()
                        ? ""
                        : queries.size() == 1 ? queries.getFirst() : queries.getFirst() + " ...";
            }
            case "open_page" -> action.path("url").asText();
            case "find_in_page" -> findInPage(action);
            default -> "";
        };
    }

    private static String findInPage(JsonNode action) {
        var pattern = action.path("pattern").asText();
        var url = action.path("url").asText();
        if (pattern.isEmpty()) {
            return url;
        }
        return url.isEmpty() ? "'" + pattern + "'" : "'" + pattern + "' in " + url;
    }

    private static @Nullable WebSearchAction action(JsonNode action) {
        if (!action.isObject()) {
            return new WebSearchAction.Other();
        }
        return switch (action.path("type").asText()) {
            case "search" -> new WebSearchAction.Search(text(action, "query"), strings(action.path("queries")));
            case "open_page" -> new WebSearchAction.OpenPage(text(action, "url"));
            case "find_in_page" -> new WebSearchAction.FindInPage(text(action, "url"), text(action, "pattern"));
            default -> new WebSearchAction.Other();
        };
    }

    private static @Nullable String text(JsonNode from, String name) {
        return from.hasNonNull(name) ? from.get(name).asText() : null;
    }

    private static @Nullable List<String> strings(JsonNode array) {
        if (!array.isArray()) {
            return null;
        }
        var strings = new ArrayList<String>(array.size());
        array.forEach(element -> strings.add(element.asText()));
        return strings;
    }

    /** An image while it is made. */
    static ThreadItem.ImageGeneration imageBegun(String id) {
        return new ThreadItem.ImageGeneration(id, "in_progress", null, "", null);
    }

    static ThreadItem.ImageGeneration image(JsonNode item, @Nullable String savedPath) {
        return new ThreadItem.ImageGeneration(
                item.path("id").asText(),
                item.path("status").asText(),
                text(item, "revised_prompt"),
                item.path("result").asText(),
                savedPath);
    }

    static RolloutItem imageLine(ThreadItem.ImageGeneration image) {
        return new RolloutEvent.ImageGenerationEnd(
                image.id(), image.status(), image.revisedPrompt(), image.result(), image.savedPath());
    }
}
