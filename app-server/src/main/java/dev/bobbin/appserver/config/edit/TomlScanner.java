package dev.bobbin.appserver.config.edit;

import dev.bobbin.appserver.config.Toml;
import java.util.ArrayList;
import java.util.List;

/** Finds where the statements of a TOML text stand. The text must be valid: a parser has read it before. */
final class TomlScanner {
    private final String text;
    private int at;

    private TomlScanner(String text) {
        this.text = text;
    }

    /** All statements in their order. */
    static List<TomlStatement> scan(String text) {
        return new TomlScanner(text).statements();
    }

    private List<TomlStatement> statements() {
        var found = new ArrayList<TomlStatement>();
        List<String> table = List.of();
        while (true) {
            skipBlank(true);
            if (at >= text.length()) {
                return found;
            }
            int start = text.lastIndexOf('\n', at) + 1;
            if (text.charAt(at) == '[') {
                boolean isOfMany = text.startsWith("[[", at);
                at += isOfMany ? 2 : 1;
                table = keys(']');
                found.add(new TomlStatement.Header(table, isOfMany, start, endOfLine()));
            } else {
                var key = keys('=');
                at++;
                skipBlank(false);
                int valueStart = at;
                skipValue();
                int valueEnd = at;
                found.add(new TomlStatement.Assignment(table, key, start, valueStart, valueEnd, endOfLine()));
            }
        }
    }

    private int endOfLine() {
        int end = text.indexOf('\n', at);
        at = end < 0 ? text.length() : end + 1;
        return at;
    }

    /** Over spaces, and if {@code isOverLines} over comments and ends of lines too. */
    private void skipBlank(boolean isOverLines) {
        for (; at < text.length(); at++) {
            char c = text.charAt(at);
            if (c == '#' && isOverLines) {
                int end = text.indexOf('\n', at);
                at = end < 0 ? text.length() - 1 : end;
            } else if (c != ' ' && c != '\t' && c != '\uFEFF' && !(isOverLines && (c == '\n' || c == '\r'))) {
                return;
            }
        }
    }

    private List<String> keys(char end) {
        var keys = new ArrayList<String>();
        while (true) {
            skipBlank(false);
            char c = text.charAt(at);
            if (c == end) {
                return keys;
            }
            if (c == '.') {
                at++;
            } else if (c == '"' || c == '\'') {
                int start = at;
                skipString();
                var value = Toml.value(text.substring(start, at));
                keys.add(value == null ? "" : value.asText());
            } else {
                int start = at;
                while (". \t".indexOf(text.charAt(at)) < 0 && text.charAt(at) != end) {
                    at++;
                }
                keys.add(text.substring(start, at));
            }
        }
    }

    private void skipValue() {
        switch (text.charAt(at)) {
            case '"', '\'' -> skipString();
            case '[', '{' -> skipNested();
            default -> {
                while (at < text.length() && "#\r\n".indexOf(text.charAt(at)) < 0) {
                    at++;
                }
                while (Character.isWhitespace(text.charAt(at - 1))) {
                    at--;
                }
            }
        }
    }

    private void skipNested() {
        int depth = 0;
        do {
            char c = text.charAt(at);
            if (c == '"' || c == '\'') {
                skipString();
                continue;
            }
            if (c == '#') {
                at = text.indexOf('\n', at);
            } else if (c == '[' || c == '{') {
                depth++;
            } else if (c == ']' || c == '}') {
                depth--;
            }
            at++;
        } while (depth > 0);
    }

    private void skipString() {
        char quote = text.charAt(at);
        var many = String.valueOf(quote).repeat(3);
        boolean isMultiLine = text.startsWith(many, at);
        at += isMultiLine ? 3 : 1;
        while (isMultiLine ? !text.startsWith(many, at) : text.charAt(at) != quote) {
            at += quote == '"' && text.charAt(at) == '\\' ? 2 : 1;
        }
        at += isMultiLine ? 3 : 1;
        while (isMultiLine && at < text.length() && text.charAt(at) == quote) {
            at++;
        }
    }
}
