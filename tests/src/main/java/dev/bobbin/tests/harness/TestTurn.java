package dev.bobbin.tests.harness;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;

/**
 * A turn: as it was read back, or as it was followed while it ran.
 *
 * @param turn the turn object
 * @param notifications what was said on the thread while it ran, in order; empty for a turn read back
 */
public record TestTurn(JsonNode turn, List<JsonNode> notifications) {
    public String id() {
        return turn.path("id").asText();
    }

    public String status() {
        return turn.path("status").asText();
    }

    /** The finished items: those of the turn object, else those that were notified as completed. */
    public List<JsonNode> items() {
        var items = new ArrayList<JsonNode>();
        turn.path("items").forEach(items::add);
        if (items.isEmpty()) {
            for (var note : notifications) {
                if (note.path("method").asText().equals("item/completed")) {
                    items.add(note.path("params").path("item"));
                }
            }
        }
        return items;
    }

    /** The finished items of one type. */
    public List<JsonNode> items(String type) {
        return items().stream()
                .filter(item -> item.path("type").asText().equals(type))
                .toList();
    }

    /** The text of the last agent message, or an empty text. */
    public String answer() {
        var messages = items("agentMessage");
        return messages.isEmpty() ? "" : messages.getLast().path("text").asText();
    }

    /** The texts of the user messages, in order. */
    public List<String> asked() {
        return items("userMessage").stream()
                .map(item -> item.path("content").path(0).path("text").asText())
                .toList();
    }

    /** The methods of the notifications, in order. */
    public List<String> methods() {
        return notifications.stream().map(note -> note.path("method").asText()).toList();
    }
}
