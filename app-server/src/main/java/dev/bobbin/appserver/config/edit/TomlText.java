package dev.bobbin.appserver.config.edit;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.stream.Collectors;

/** Values and keys as TOML. */
final class TomlText {
    private TomlText() {}

    static String key(String key) {
        boolean isBare = !key.isEmpty() && key.chars().allMatch(TomlText::isBare);
        return isBare ? key : string(key);
    }

    private static boolean isBare(int c) {
        return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9' || c == '_' || c == '-';
    }

    static String keys(List<String> path) {
        return path.stream().map(TomlText::key).collect(Collectors.joining("."));
    }

    /** On one line. Members without a value are left out: TOML has no word for that. */
    static String value(JsonNode value) {
        if (value.isArray()) {
            return value.valueStream()
                    .filter(each -> !each.isNull())
                    .map(TomlText::value)
                    .collect(Collectors.joining(", ", "[", "]"));
        }
        if (value.isObject()) {
            var members = value.propertyStream()
                    .filter(each -> !each.getValue().isNull())
                    .map(each -> key(each.getKey()) + " = " + value(each.getValue()))
                    .collect(Collectors.joining(", "));
            return members.isEmpty() ? "{}" : "{ " + members + " }";
        }
        return value.isTextual() ? string(value.textValue()) : value.asText();
    }

    private static String string(String text) {
        var quoted = new StringBuilder("\"");
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '"' -> quoted.append("\\\"");
                case '\\' -> quoted.append("\\\\");
                case '\n' -> quoted.append("\\n");
                case '\r' -> quoted.append("\\r");
                case '\t' -> quoted.append("\\t");
                default -> {
                    if (c < ' ' || c == 0x7f) {
                        quoted.append("\\u00").append(Character.forDigit(c >> 4, 16));
                        quoted.append(Character.forDigit(c & 15, 16));
                    } else {
                        quoted.append(c);
                    }
                }
            }
        }
        return quoted.append('"').toString();
    }
}
