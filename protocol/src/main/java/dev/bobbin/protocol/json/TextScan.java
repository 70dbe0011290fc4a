package dev.bobbin.protocol.json;

import java.io.IOException;
import java.nio.charset.StandardCharsets;

/** A place in a JSON text that moves from its beginning to the first fault. Faults are told in the peer's words. */
final class TextScan {
    private final byte[] text;
    private int at;

    TextScan(byte[] text) {
        this.text = text;
    }

    /** A fault; the message ends with its line and column. */
    static final class Found extends Exception {
        private static final long serialVersionUID = 1L;

        Found(String message) {
            super(message, null, false, false);
        }
    }

    int at() {
        return at;
    }

    /** The byte here; -1 at the end. */
    int peek() {
        return at < text.length ? text[at] & 0xFF : -1;
    }

    String textFrom(int start) {
        return new String(text, start, at - start, StandardCharsets.UTF_8);
    }

    /** A fault in what was read last. */
    Found found(String message) {
        return foundAt(message, at);
    }

    /** A fault in the byte here, which was looked at and not read. */
    private Found foundHere(String message) {
        return foundAt(message, Math.min(at + 1, text.length));
    }

    /** A fault seen when so many bytes had been read. */
    Found foundAt(String message, int read) {
        var line = 1;
        var column = 0;
        for (var i = 0; i < read; i++) {
            column++;
            if (text[i] == '\n') {
                line++;
                column = 0;
            }
        }
        return new Found(message + " at line " + line + " column " + column);
    }

    private int next() {
        while (at < text.length && (text[at] == ' ' || text[at] == '\n' || text[at] == '\r' || text[at] == '\t')) {
            at++;
        }
        return peek();
    }

    /** Moves to the beginning of a value. */
    void toValue() throws Found {
        if (next() < 0) {
            throw foundHere("EOF while parsing a value");
        }
    }

    /** Makes sure that nothing follows. */
    void toEnd() throws Found {
        if (next() >= 0) {
            throw foundHere("trailing characters");
        }
    }

    /** Reads the opening byte of an object or array. */
    void enter() {
        at++;
    }

    /** Reads the closing byte of an object or array. */
    void leave() {
        at++;
    }

    /** Moves to the next member's name; false at the end of the object. */
    boolean hasMember(boolean isFirst) throws Found {
        var c = next();
        if (c < 0) {
            throw foundHere("EOF while parsing an object");
        }
        if (c == '}') {
            return false;
        }
        if (!isFirst) {
            if (c != ',') {
                throw foundHere("expected `,` or `}`");
            }
            at++;
            c = next();
            if (c == '}') {
                throw foundHere("trailing comma");
            }
        }
        if (c < 0) {
            throw foundHere("EOF while parsing a value");
        }
        if (c != '"') {
            throw foundHere("key must be a string");
        }
        return true;
    }

    /** Moves from behind a member's name to its value. */
    void toMemberValue() throws Found {
        var c = next();
        if (c != ':') {
            throw foundHere(c < 0 ? "EOF while parsing an object" : "expected `:`");
        }
        at++;
        toValue();
    }

    /** Moves to the next element; false at the end of the array. */
    boolean hasElement(boolean isFirst) throws Found {
        var c = next();
        if (c < 0) {
            throw foundHere("EOF while parsing a list");
        }
        if (c == ']') {
            return false;
        }
        if (!isFirst) {
            if (c != ',') {
                throw foundHere("expected `,` or `]`");
            }
            at++;
            if (next() == ']') {
                throw foundHere("trailing comma");
            }
            toValue();
        }
        return true;
    }

    /** Reads the text that begins here. */
    String string() throws Found {
        var start = at;
        skipString();
        try {
            return WireJson.readTree(textFrom(start)).asText();
        } catch (IOException e) {
            throw found("invalid unicode code point");
        }
    }

    private void skipString() throws Found {
        at++;
        while (at < text.length) {
            var c = text[at++] & 0xFF;
            if (c == '"') {
                return;
            }
            if (c < 0x20) {
                throw found("control character (\\u0000-\\u001F) found while parsing a string");
            }
            if (c == '\\') {
                if (at >= text.length) {
                    break;
                }
                if ("\"\\/bfnrtu".indexOf(text[at++]) < 0) {
                    throw found("invalid escape");
                }
            }
        }
        throw found("EOF while parsing a string");
    }

    /** Reads the value that begins here, whatever it is. */
    void skipValue() throws Found {
        switch (peek()) {
            case '{' -> {
                enter();
                for (var isFirst = true; hasMember(isFirst); isFirst = false) {
                    skipString();
                    toMemberValue();
                    skipValue();
                }
                leave();
            }
            case '[' -> {
                enter();
                for (var isFirst = true; hasElement(isFirst); isFirst = false) {
                    skipValue();
                }
                leave();
            }
            case '"' -> skipString();
            case 't' -> skipWord("true");
            case 'f' -> skipWord("false");
            case 'n' -> skipWord("null");
            case '-', '0', '1', '2', '3', '4', '5', '6', '7', '8', '9' -> skipNumber();
            default -> throw foundHere("expected value");
        }
    }

    private void skipWord(String word) throws Found {
        for (var i = 0; i < word.length(); i++) {
            if (at >= text.length) {
                throw found("EOF while parsing a value");
            }
            if (text[at++] != word.charAt(i)) {
                throw found("expected ident");
            }
        }
    }

    private void skipNumber() throws Found {
        var start = at;
        while (at < text.length && "+-.eE0123456789".indexOf(text[at]) >= 0) {
            at++;
        }
        try {
            WireJson.readTree(textFrom(start));
        } catch (IOException e) {
            throw foundHere("invalid number");
        }
    }
}
