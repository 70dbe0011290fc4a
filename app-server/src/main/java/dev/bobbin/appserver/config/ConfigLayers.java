package dev.bobbin.appserver.config;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.List;

/** Laying one tree of settings over another. */
public final class ConfigLayers {
    private ConfigLayers() {}

    /** Puts {@code upper} into {@code lower}: tables are merged, anything else replaces. Changes only {@code lower}. */
    public static void merge(ObjectNode lower, ObjectNode upper) {
        for (var entry : upper.properties()) {
            var below = lower.get(entry.getKey());
            if (below instanceof ObjectNode table && entry.getValue() instanceof ObjectNode over) {
                merge(table, over);
            } else {
                lower.set(entry.getKey(), entry.getValue().deepCopy());
            }
        }
    }

    /** Unfolds keys with dots: {@code {"a.b":1}} becomes {@code {"a":{"b":1}}}. Later keys win. */
    public static ObjectNode unfold(ObjectNode dotted) {
        var tree = JsonNodeFactory.instance.objectNode();
        for (var entry : dotted.properties()) {
            put(tree, entry.getKey(), entry.getValue());
        }
        return tree;
    }

    private static void put(ObjectNode tree, String key, JsonNode value) {
        var table = tree;
        var start = 0;
        for (var dot = key.indexOf('.'); dot >= 0; dot = key.indexOf('.', start)) {
            var name = key.substring(start, dot);
            table = table.get(name) instanceof ObjectNode inner ? inner : table.putObject(name);
            start = dot + 1;
        }
        var name = key.substring(start);
        if (table.get(name) instanceof ObjectNode below && value instanceof ObjectNode over) {
            merge(below, over);
        } else {
            table.set(name, value.deepCopy());
        }
    }

    /**
     * Overrides as given on the command line: {@code key.with.dots=value}, where the value is TOML, or else a plain text.
     *
     * @throws IllegalArgumentException naming an override without {@code =} or without a key
     */
    public static ObjectNode ofCommandLine(List<String> overrides) {
        var tree = JsonNodeFactory.instance.objectNode();
        for (var override : overrides) {
            var equals = override.indexOf('=');
            if (equals < 0) {
                throw new IllegalArgumentException("Invalid override (missing '='): " + override);
            }
            var key = override.substring(0, equals).strip();
            if (key.isEmpty()) {
                throw new IllegalArgumentException("Empty key in override: " + override);
            }
            put(tree, key, commandLineValue(override.substring(equals + 1).strip()));
        }
        return tree;
    }

    private static JsonNode commandLineValue(String text) {
        var plain = text.chars().allMatch(c -> Character.isLetter(c) || c == '-' || c == '_' || c == '/');
        if (plain && !text.equals("true") && !text.equals("false") && !text.equals("inf") && !text.equals("nan")) {
            return TextNode.valueOf(text);
        }
        var value = Toml.value(text);
        return value != null ? value : TextNode.valueOf(unquoted(text));
    }

    private static String unquoted(String text) {
        var start = 0;
        var end = text.length();
        while (start < end && (text.charAt(start) == '"' || text.charAt(start) == '\'')) {
            start++;
        }
        while (end > start && (text.charAt(end - 1) == '"' || text.charAt(end - 1) == '\'')) {
            end--;
        }
        return text.substring(start, end);
    }
}
