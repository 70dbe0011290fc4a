package dev.bobbin.protocol.json;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * JSON to UTF-8 bytes in memory. Commas are set by the writer; that names and values alternate is up to its user.
 *
 * <p>Half a surrogate pair, which UTF-8 cannot hold, is written as an escape, so what is written can always be read.
 */
final class JsonWriter {
    private static final byte[] HEX = "0123456789abcdef".getBytes(StandardCharsets.US_ASCII);

    private static final int SHORT = 32;

    /** One array for a long answer would be copied, and new memory touched, each time that it grows. */
    private static final int PIECE_BYTES = 64 << 10;

    /** What is full, before {@code bytes}. */
    private final List<ByteBuffer> full = new ArrayList<>(0);

    private byte[] bytes = new byte[512];
    private int length;
    private boolean afterValue;

    byte[] toByteArray() {
        if (full.isEmpty()) {
            return Arrays.copyOf(bytes, length);
        }
        var size = length;
        for (var piece : full) {
            size = Math.addExact(size, piece.remaining());
        }
        var all = new byte[size];
        var at = 0;
        for (var piece : full) {
            var count = piece.remaining();
            piece.get(all, at, count);
            at += count;
        }
        System.arraycopy(bytes, 0, all, at, length);
        return all;
    }

    void startObject() {
        open('{');
    }

    void endObject() {
        close('}');
    }

    void startArray() {
        open('[');
    }

    void endArray() {
        close(']');
    }

    private void open(char bracket) {
        separate(1);
        bytes[length++] = (byte) bracket;
        afterValue = false;
    }

    private void close(char bracket) {
        reserve(1);
        bytes[length++] = (byte) bracket;
        afterValue = true;
    }

    /** Writes a member's name that {@link #quotedName} has prepared. */
    void name(byte[] quoted) {
        separate(quoted.length);
        System.arraycopy(quoted, 0, bytes, length, quoted.length);
        length += quoted.length;
        afterValue = false;
    }

    void name(String name) {
        string(name);
        reserve(1);
        bytes[length++] = ':';
        afterValue = false;
    }

    /** A name with its quotes and colon. */
    static byte[] quotedName(String name) {
        var writer = new JsonWriter();
        writer.name(name);
        return writer.toByteArray();
    }

    void nullValue() {
        ascii("null");
    }

    void bool(boolean value) {
        ascii(value ? "true" : "false");
    }

    void number(long value) {
        ascii(Long.toString(value));
    }

    /** Writes a number; null in place of infinity and what is no number. */
    void number(double value) {
        ascii(Double.isFinite(value) ? Double.toString(value) : "null");
    }

    private void ascii(String text) {
        var size = text.length();
        separate(size);
        for (var i = 0; i < size; i++) {
            bytes[length + i] = (byte) text.charAt(i);
        }
        length += size;
        afterValue = true;
    }

    void string(String text) {
        var size = text.length();
        separate(Math.min(size, SHORT) + 2);
        bytes[length++] = '"';
        for (var i = size > SHORT ? plainStart(text) : 0; i < size; ) {
            i = plain(text, i, size);
            if (i < size && !isPlain(text.charAt(i))) {
                i += special(text, i);
            }
        }
        reserve(1);
        bytes[length++] = '"';
        afterValue = true;
    }

    /** Writes the beginning of a long text up to where something does not stand for itself, many characters at once. */
    private int plainStart(String text) {
        var latin = text.getBytes(StandardCharsets.ISO_8859_1);
        var end = ByteScan.skipPlain(latin, 0, latin.length);
        // A question mark may stand for a character that is not Latin-1.
        end = ByteScan.find(latin, 0, end, '?', '?');
        reserve(end);
        System.arraycopy(latin, 0, bytes, length, end);
        length += end;
        return end;
    }

    /** Writes characters that stand for themselves, as long as there is room, up to the returned position. */
    private int plain(String text, int from, int size) {
        reserve(1);
        var out = bytes;
        var to = length;
        var last = Math.min(size, from + out.length - to);
        var i = from;
        for (; i < last; i++) {
            var c = text.charAt(i);
            if (!isPlain(c)) {
                break;
            }
            out[to++] = (byte) c;
        }
        length = to;
        return i;
    }

    private static boolean isPlain(char c) {
        return c >= ' ' && c < 0x80 && c != '"' && c != '\\';
    }

    /** Writes the character at {@code i}, which does not stand for itself; returns how many chars it takes. */
    private int special(String text, int i) {
        var c = text.charAt(i);
        if (c < 0x80) {
            escape(c);
            return 1;
        }
        return 1 + multiByte(text, i, c);
    }

    private void escape(char c) {
        reserve(6);
        bytes[length++] = '\\';
        switch (c) {
            case '"', '\\' -> bytes[length++] = (byte) c;
            case '\b' -> bytes[length++] = 'b';
            case '\f' -> bytes[length++] = 'f';
            case '\n' -> bytes[length++] = 'n';
            case '\r' -> bytes[length++] = 'r';
            case '\t' -> bytes[length++] = 't';
            default -> {
                bytes[length++] = 'u';
                for (var shift = 12; shift >= 0; shift -= 4) {
                    bytes[length++] = HEX[c >> shift & 0xF];
                }
            }
        }
    }

    /** Writes the character at {@code i}, which is not ASCII; returns how many further chars it took. */
    private int multiByte(String text, int i, char c) {
        reserve(4);
        if (c < 0x800) {
            bytes[length++] = (byte) (0xC0 | c >> 6);
            bytes[length++] = (byte) (0x80 | c & 0x3F);
            return 0;
        }
        if (!Character.isSurrogate(c)) {
            bytes[length++] = (byte) (0xE0 | c >> 12);
            bytes[length++] = (byte) (0x80 | c >> 6 & 0x3F);
            bytes[length++] = (byte) (0x80 | c & 0x3F);
            return 0;
        }
        var codePoint = text.codePointAt(i);
        if (codePoint == c) {
            escape(c);
            return 0;
        }
        bytes[length++] = (byte) (0xF0 | codePoint >> 18);
        bytes[length++] = (byte) (0x80 | codePoint >> 12 & 0x3F);
        bytes[length++] = (byte) (0x80 | codePoint >> 6 & 0x3F);
        bytes[length++] = (byte) (0x80 | codePoint & 0x3F);
        return 1;
    }

    void tree(JsonNode node) {
        switch (node.getNodeType()) {
            case OBJECT -> {
                startObject();
                for (var member : node.properties()) {
                    name(member.getKey());
                    tree(member.getValue());
                }
                endObject();
            }
            case ARRAY -> {
                startArray();
                for (var element : node) {
                    tree(element);
                }
                endArray();
            }
            case STRING -> string(node.textValue());
            case NUMBER -> number(node);
            case BOOLEAN -> bool(node.booleanValue());
            case BINARY, NULL, MISSING, POJO -> nullValue();
        }
    }

    private void number(JsonNode node) {
        switch (node.numberType()) {
            case INT, LONG -> number(node.longValue());
            case FLOAT, DOUBLE -> number(node.doubleValue());
            case BIG_INTEGER -> ascii(node.bigIntegerValue().toString());
            case BIG_DECIMAL -> ascii(node.decimalValue().toString());
        }
    }

    /** Sets the comma that is due and makes room. */
    private void separate(int more) {
        reserve(more + 1);
        if (afterValue) {
            bytes[length++] = ',';
        }
    }

    private void reserve(int more) {
        if (bytes.length - length < more) {
            makeRoom(more);
        }
    }

    private void makeRoom(int more) {
        if (length + more <= PIECE_BYTES) {
            bytes = Arrays.copyOf(bytes, Math.min(PIECE_BYTES, Math.max(length + more, 2 * bytes.length)));
        } else {
            full.add(ByteBuffer.wrap(bytes, 0, length));
            bytes = new byte[Math.max(more, PIECE_BYTES)];
            length = 0;
        }
    }
}
