package dev.bobbin.appserver.dispatch;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Reads small, ordinary JSON into maps, lists, texts, longs and booleans, for the one message that must be answered before
 * the JSON library is loaded. It need not read everything: what is in the least unusual is refused, and read by the
 * library instead.
 */
final class PlainJson {
    private static final int MAX_DEPTH = 16;
    private static final int MAX_DIGITS = 18;

    private final String text;
    private int at;

    private PlainJson(String text) {
        this.text = text;
    }

    /**
     * Reads one object.
     *
     * @throws UnusualJsonException if {@code json} is anything else, or holds anything unusual
     */
    static Map<?, ?> read(byte[] json) throws UnusualJsonException {
        var reader = new PlainJson(new String(json, StandardCharsets.UTF_8));
        reader.blanks();
        var value = reader.value(0);
        reader.blanks();
        if (reader.at != reader.text.length() || !(value instanceof Map<?, ?> object)) {
            throw new UnusualJsonException();
        }
        return object;
    }

    private @Nullable Object value(int depth) throws UnusualJsonException {
        if (depth > MAX_DEPTH) {
            throw new UnusualJsonException();
        }
        return switch (peek()) {
            case '{' -> object(depth);
            case '[' -> array(depth);
            case '"' -> string();
            case 't' -> literal("true", Boolean.TRUE);
            case 'f' -> literal("false", Boolean.FALSE);
            case 'n' -> literal("null", null);
            default -> integer();
        };
    }

    private Map<String, @Nullable Object> object(int depth) throws UnusualJsonException {
        var object = new HashMap<String, @Nullable Object>();
        at++;
        blanks();
        while (peek() != '}') {
            var name = string();
            blanks();
            expect(':');
            blanks();
            if (object.containsKey(name)) {
                throw new UnusualJsonException();
            }
            object.put(name, value(depth + 1));
            separator('}');
        }
        at++;
        return object;
    }

    private List<@Nullable Object> array(int depth) throws UnusualJsonException {
        var array = new ArrayList<@Nullable Object>();
        at++;
        blanks();
        while (peek() != ']') {
            array.add(value(depth + 1));
            separator(']');
        }
        at++;
        return array;
    }

    /** Passes over what may stand between two elements, or between the last one and the end. */
    private void separator(char end) throws UnusualJsonException {
        blanks();
        if (peek() == end) {
            return;
        }
        expect(',');
        blanks();
        if (peek() == end) {
            throw new UnusualJsonException();
        }
    }

    private String string() throws UnusualJsonException {
        expect('"');
        var string = new StringBuilder();
        for (char c; (c = next()) != '"'; ) {
            if (c < ' ' || c == '\uFFFD' || Character.isSurrogate(c)) {
                throw new UnusualJsonException();
            }
            string.append(c == '\\' ? escaped() : c);
        }
        return string.toString();
    }

    private char escaped() throws UnusualJsonException {
        return switch (next()) {
            case '"' -> '"';
            case '\\' -> '\\';
            case '/' -> '/';
            case 'n' -> '\n';
            case 'r' -> '\r';
            case 't' -> '\t';
            default -> throw new UnusualJsonException();
        };
    }

    private Long integer() throws UnusualJsonException {
        var start = at;
        if (peek() == '-') {
            at++;
        }
        var digits = at;
        while (at < text.length() && text.charAt(at) >= '0' && text.charAt(at) <= '9') {
            at++;
        }
        var count = at - digits;
        if (count == 0 || count > MAX_DIGITS || (count > 1 && text.charAt(digits) == '0') || isNumberPart(at)) {
            throw new UnusualJsonException();
        }
        return Long.valueOf(text.substring(start, at));
    }

    private boolean isNumberPart(int position) {
        return position < text.length() && ".eE+-".indexOf(text.charAt(position)) >= 0;
    }

    private @Nullable Object literal(String word, @Nullable Object value) throws UnusualJsonException {
        if (!text.startsWith(word, at)) {
            throw new UnusualJsonException();
        }
        at += word.length();
        return value;
    }

    private void blanks() {
        while (at < text.length() && " \t\r".indexOf(text.charAt(at)) >= 0) {
            at++;
        }
    }

    private char peek() throws UnusualJsonException {
        if (at >= text.length()) {
            throw new UnusualJsonException();
        }
        return text.charAt(at);
    }

    private char next() throws UnusualJsonException {
        var c = peek();
        at++;
        return c;
    }

    private void expect(char expected) throws UnusualJsonException {
        if (next() != expected) {
            throw new UnusualJsonException();
        }
    }
}
