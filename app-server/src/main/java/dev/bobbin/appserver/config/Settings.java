package dev.bobbin.appserver.config;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.bobbin.protocol.wire.WireEnum;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One table of the configuration. Reads typed values; absent ones are null; wrong ones throw {@link SettingException}. */
final class Settings {
    private final ObjectNode table;
    private final List<String> path;

    Settings(ObjectNode table) {
        this(table, List.of());
    }

    private Settings(ObjectNode table, List<String> path) {
        this.table = table;
        this.path = path;
    }

    ObjectNode tree() {
        return table;
    }

    List<String> at(String key) {
        var whole = new ArrayList<>(path);
        whole.add(key);
        return whole;
    }

    SettingException wrong(String key, String problem) {
        return new SettingException(at(key), problem);
    }

    private SettingException unexpected(String key, JsonNode value, String expected) {
        return wrong(key, "invalid type: " + describe(value) + ", expected " + expected);
    }

    /** A table; an empty one when absent. */
    Settings table(String key, String kind) {
        var value = table.get(key);
        if (value == null) {
            return new Settings(table.objectNode(), at(key));
        }
        if (value instanceof ObjectNode object) {
            return new Settings(object, at(key));
        }
        throw unexpected(key, value, kind);
    }

    @Nullable
    JsonNode node(String key) {
        return table.get(key);
    }

    /** A text. JSON null stands for an empty one. */
    @Nullable
    String text(String key) {
        var value = table.get(key);
        if (value == null) {
            return null;
        }
        if (value.isNull()) {
            return "";
        }
        if (!value.isTextual()) {
            throw unexpected(key, value, "a string");
        }
        return value.textValue();
    }

    /** A text that is not empty. */
    @Nullable
    String filled(String key) {
        var text = text(key);
        return text == null || text.isEmpty() ? null : text;
    }

    @Nullable
    Boolean flag(String key) {
        var value = table.get(key);
        if (value == null) {
            return null;
        }
        if (!value.isBoolean()) {
            throw unexpected(key, value, "a boolean");
        }
        return value.booleanValue();
    }

    boolean flag(String key, boolean absent) {
        var value = flag(key);
        return value == null ? absent : value;
    }

    /** A whole number; negative ones are refused unless {@code kind} is signed. */
    @Nullable
    Long number(String key, String kind) {
        var value = table.get(key);
        if (value == null) {
            return null;
        }
        if (!value.isIntegralNumber() || !value.canConvertToLong()) {
            throw unexpected(key, value, kind);
        }
        if (value.longValue() < 0 && !kind.startsWith("i")) {
            throw wrong(key, "invalid value: integer `" + value.longValue() + "`, expected " + kind);
        }
        return value.longValue();
    }

    int count(String key, int absent) {
        var value = number(key, "usize");
        return value == null ? absent : (int) Math.min(value, Integer.MAX_VALUE);
    }

    /** One of the words that an enum knows. */
    <E extends Enum<E> & WireEnum> @Nullable E word(String key, Class<E> type) {
        var word = word(key);
        if (word == null) {
            return null;
        }
        var names = new ArrayList<String>();
        for (var constant : type.getEnumConstants()) {
            if (constant.wireName().equals(word)) {
                return constant;
            }
            names.add(constant.wireName());
        }
        throw unknownVariant(key, word, names);
    }

    /** A word, not yet compared with those that are known. */
    @Nullable
    String word(String key) {
        var value = table.get(key);
        if (value == null) {
            return null;
        }
        if (value.isNull()) {
            return "";
        }
        if (!value.isTextual()) {
            throw new SettingException(
                    at(key), "invalid type: unit variant, expected string only", "wanted string or table");
        }
        return value.textValue();
    }

    SettingException unknownVariant(String key, String word, List<String> known) {
        var message = new StringBuilder("unknown variant `").append(word).append("`, expected ");
        if (known.size() == 2) {
            message.append('`')
                    .append(known.get(0))
                    .append("` or `")
                    .append(known.get(1))
                    .append('`');
        } else {
            message.append(known.size() == 1 ? "`" : "one of `")
                    .append(String.join("`, `", known))
                    .append('`');
        }
        return wrong(key, message.toString());
    }

    List<String> texts(String key) {
        var value = table.get(key);
        if (value == null) {
            return List.of();
        }
        if (!value.isArray()) {
            throw unexpected(key, value, "a sequence");
        }
        var texts = new ArrayList<String>(value.size());
        for (var element : value) {
            if (!element.isTextual()) {
                throw unexpected(key, element, "a string");
            }
            texts.add(element.textValue());
        }
        return List.copyOf(texts);
    }

    Map<String, String> textMap(String key) {
        var entries = table(key, "a map");
        var texts = new LinkedHashMap<String, String>();
        for (var entry : entries.table.properties()) {
            texts.put(entry.getKey(), String.valueOf(entries.text(entry.getKey())));
        }
        return texts;
    }

    private static String describe(JsonNode value) {
        return switch (value.getNodeType()) {
            case NUMBER ->
                value.isIntegralNumber()
                        ? "integer `" + value.asText() + "`"
                        : "floating point `" + value.asText() + "`";
            case BOOLEAN -> "boolean `" + value.asText() + "`";
            case ARRAY -> "sequence";
            case OBJECT -> "map";
            case STRING -> "string \"" + value.textValue() + "\"";
            case NULL, MISSING -> "unit value";
            case BINARY, POJO -> "datetime";
        };
    }
}
