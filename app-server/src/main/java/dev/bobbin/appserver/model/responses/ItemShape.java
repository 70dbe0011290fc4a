package dev.bobbin.appserver.model.responses;

import com.fasterxml.jackson.databind.JsonNode;

/** Whether an item has what its type needs. One that has not would spoil the thread's history, so it is dropped. */
final class ItemShape {
    private ItemShape() {}

    static boolean isUsable(JsonNode item) {
        return switch (item.path("type").asText("")) {
            case "" -> false;
            case "message" ->
                item.path("role").isTextual() && item.path("content").isArray();
            case "reasoning" -> item.path("summary").isArray();
            case "function_call" -> texts(item, "name", "arguments", "call_id");
            case "custom_tool_call" -> texts(item, "name", "input", "call_id");
            case "image_generation_call" -> texts(item, "id", "status", "result");
            default -> true;
        };
    }

    private static boolean texts(JsonNode item, String... names) {
        for (var name : names) {
            if (!item.path(name).isTextual()) {
                return false;
            }
        }
        return true;
    }
}
