package dev.bobbin.appserver.config;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.jspecify.annotations.Nullable;

/**
 * Reads ordinary TOML without the TOML library, whose loading would be most of what the first request waits for: tables,
 * keys without dots, one-line texts, integers, flags, and arrays of them on one line. It need not read everything: what is
 * in the least unusual, or wrong, is refused, and left to the library.
 */
final class PlainToml {
    private static final int MAX_DIGITS = 18;

    /** The one control character that is not below the blank. */
    private static final char DELETE = 0x7f;

    private final String text;
    private int at;
    private final ObjectNode root = JsonNodeFactory.instance.objectNode();
    private ObjectNode table = root;

    private PlainToml(String text) {
        this.text = text;
    }

    /** Null if the text is unusual. */
    static @Nullable ObjectNode parse(String text) {
        var reader = new PlainToml(text);
        while (reader.at < text.length()) {
            if (!reader.line()) {
                return null;
            }
        }
        return reader.root;
    }

    private boolean line() {
        blanks();
        var first = peek();
        if (first != '\n' && first != '\r' && first != '#' && first != 0) {
            if (!(first == '[' ? header() : assignment())) {
                return false;
            }
            blanks();
        }
        return endOfLine();
    }

    private boolean endOfLine() {
        if (peek() == '#') {
            while (peek() == '\t' || peek() >= ' ' && peek() != DELETE) {
                at++;
            }
        }
        if (peek() == '\r') {
            at++;
        }
        if (at < text.length() && text.charAt(at) != '\n') {
            return false;
        }
        at++;
        return true;
    }

    /** A table may be opened once, and only below tables that headers have opened. */
    private boolean header() {
        var opened = root;
        do {
            at++;
            blanks();
            var key = key();
            if (key == null) {
                return false;
            }
            blanks();
            var isLast = peek() == ']';
            var there = opened.get(key);
            if (there == null) {
                opened = opened.putObject(key);
            } else if (there instanceof ObjectNode parent && !isLast) {
                opened = parent;
            } else {
                return false;
            }
        } while (peek() == '.');
        table = opened;
        return take(']');
    }

    private boolean assignment() {
        var key = key();
        if (key == null || table.has(key)) {
            return false;
        }
        blanks();
        if (!take('=')) {
            return false;
        }
        blanks();
        var value = value();
        if (value == null) {
            return false;
        }
        table.set(key, value);
        return true;
    }

    private @Nullable String key() {
        if (peek() == '"' || peek() == '\'') {
            return string();
        }
        var start = at;
        while (isBare(peek())) {
            at++;
        }
        return at == start ? null : text.substring(start, at);
    }

    private static boolean isBare(char c) {
        return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9' || c == '_' || c == '-';
    }

    private @Nullable JsonNode value() {
        return switch (peek()) {
            case '"', '\'' -> {
                var string = string();
                yield string == null ? null : JsonNodeFactory.instance.textNode(string);
            }
            case '[' -> array();
            case 't' -> literal("true", true);
            case 'f' -> literal("false", false);
            default -> integer();
        };
    }

    private @Nullable ArrayNode array() {
        var array = JsonNodeFactory.instance.arrayNode();
        at++;
        blanks();
        while (peek() != ']') {
            var element = peek() == '[' ? null : value();
            if (element == null) {
                return null;
            }
            array.add(element);
            blanks();
            if (peek() != ']' && !take(',')) {
                return null;
            }
            blanks();
        }
        at++;
        return array;
    }

    private @Nullable String string() {
        var quote = peek();
        at++;
        var string = new StringBuilder();
        for (var c = peek(); c != quote; c = peek()) {
            if (c < ' ' || c == DELETE || Character.isSurrogate(c)) {
                return null;
            }
            at++;
            if (c == '\\' && quote == '"') {
                c = peek();
                if (c != '"' && c != '\\') {
                    return null;
                }
                at++;
            }
            string.append(c);
        }
        at++;
        // Three quotes begin a text of many lines.
        return peek() == quote ? null : string.toString();
    }

    private @Nullable JsonNode integer() {
        var start = at;
        if (peek() == '-') {
            at++;
        }
        var digits = at;
        while (peek() >= '0' && peek() <= '9') {
            at++;
        }
        var count = at - digits;
        if (count == 0 || count > MAX_DIGITS || count > 1 && text.charAt(digits) == '0' || !isEndOfValue(peek())) {
            return null;
        }
        var value = Long.parseLong(text.substring(start, at));
        return value == (int) value
                ? JsonNodeFactory.instance.numberNode((int) value)
                : JsonNodeFactory.instance.numberNode(value);
    }

    private @Nullable JsonNode literal(String word, boolean value) {
        if (!text.startsWith(word, at)) {
            return null;
        }
        at += word.length();
        return isEndOfValue(peek()) ? JsonNodeFactory.instance.booleanNode(value) : null;
    }

    private static boolean isEndOfValue(char c) {
        return " \t\r\n#,]\0".indexOf(c) >= 0;
    }

    private void blanks() {
        while (peek() == ' ' || peek() == '\t') {
            at++;
        }
    }

    private boolean take(char expected) {
        if (peek() != expected) {
            return false;
        }
        at++;
        return true;
    }

    /** The next character; NUL, which no TOML holds, behind the last one. */
    private char peek() {
        return at < text.length() ? text.charAt(at) : 0;
    }
}
