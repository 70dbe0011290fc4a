package dev.bobbin.threadstore;

import dev.bobbin.rollout.line.EventKind;
import dev.bobbin.rollout.line.JsonFields;
import dev.bobbin.rollout.line.LineKind;
import dev.bobbin.rollout.line.RawLine;
import org.jspecify.annotations.Nullable;

/**
 * Finds a term in what people and models said to each other, and cuts out what stands around it. Upper and lower case are
 * the same; runs of blanks count as one.
 */
public final class Snippets {
    private static final int CHARS_BEFORE = 48;
    private static final int CHARS_AFTER = 96;

    private final String term;

    public Snippets(String term) {
        this.term = collapse(term);
    }

    /** Null if the line is no part of the conversation, or does not have the term. */
    public @Nullable String in(RawLine line) {
        var text = conversationText(line);
        if (text == null) {
            return null;
        }
        var flat = collapse(text);
        var at = find(flat);
        return at < 0 ? null : cut(flat, at);
    }

    private static @Nullable String conversationText(RawLine line) {
        if (line.kind() == LineKind.EVENT) {
            var said = line.eventType() == EventKind.USER_MESSAGE || line.eventType() == EventKind.AGENT_MESSAGE;
            return said ? line.payloadFields().string("message") : null;
        }
        if (line.kind() != LineKind.RESPONSE_ITEM || !line.payloadTypeIs("message")) {
            return null;
        }
        var message = line.payloadFields();
        var role = message.string("role", "");
        return role.equals("user") || role.equals("assistant") ? contentText(message) : null;
    }

    private static String contentText(JsonFields message) {
        var parts = message.array("content");
        var text = new StringBuilder();
        if (parts != null) {
            for (var part : parts) {
                text.append(JsonFields.of(part).string("text", "")).append(' ');
            }
        }
        return text.toString();
    }

    private static String collapse(String text) {
        var flat = new StringBuilder(text.length());
        var gap = false;
        for (var i = 0; i < text.length(); i++) {
            var c = text.charAt(i);
            if (Character.isWhitespace(c)) {
                gap = true;
                continue;
            }
            if (gap && !flat.isEmpty()) {
                flat.append(' ');
            }
            gap = false;
            flat.append(c);
        }
        return flat.toString();
    }

    private int find(String text) {
        for (var at = 0; at <= text.length() - term.length(); at++) {
            if (text.regionMatches(true, at, term, 0, term.length())) {
                return at;
            }
        }
        return -1;
    }

    private String cut(String text, int at) {
        var before = Math.min(CHARS_BEFORE, text.codePointCount(0, at));
        var start = text.offsetByCodePoints(at, -before);
        var matchEnd = at + term.length();
        var after = Math.min(CHARS_AFTER, text.codePointCount(matchEnd, text.length()));
        var end = text.offsetByCodePoints(matchEnd, after);
        return (start > 0 ? "... " : "") + text.substring(start, end).strip() + (end < text.length() ? " ..." : "");
    }
}
