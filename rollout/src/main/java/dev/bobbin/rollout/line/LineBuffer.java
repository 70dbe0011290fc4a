package dev.bobbin.rollout.line;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * A growing buffer of bytes that compact JSON is written into, without trees or reflection. Strings are escaped as little
 * as JSON allows; halves of surrogate pairs become U+FFFD. One thread at a time.
 */
public final class LineBuffer {
    private static final byte[] HEX = {'0', '1', '2', '3', '4', '5', '6', '7', '8', '9', 'a', 'b', 'c', 'd', 'e', 'f'};
    /** The longest escape, {@code \}{@code u001f}. */
    private static final int MAX_BYTES_PER_CHAR = 6;

    private byte[] bytes;
    private int size;

    public LineBuffer(int capacity) {
        bytes = new byte[Math.max(capacity, 16)];
    }

    /** The buffer itself; only the first {@link #size} bytes count, and only until the next write. */
    public byte[] array() {
        return bytes;
    }

    public int size() {
        return size;
    }

    public byte[] toByteArray() {
        return Arrays.copyOf(bytes, size);
    }

    /** Drops everything, and the memory too if it grew beyond {@code keep} bytes. */
    public void reset(int keep) {
        size = 0;
        if (bytes.length > keep) {
            bytes = new byte[keep];
        }
    }

    /** Drops what was written after the first {@code newSize} bytes. */
    public void truncate(int newSize) {
        size = newSize;
    }

    LineBuffer beginObject() {
        return put('{');
    }

    LineBuffer endObject() {
        return put('}');
    }

    /** A name and its colon, with the comma before it where one is due. Names need no escapes. */
    LineBuffer field(String name) {
        if (size > 0 && bytes[size - 1] != '{') {
            put(',');
        }
        return put('"').ascii(name).put('"').put(':');
    }

    LineBuffer field(String name, @Nullable String value) {
        return field(name).string(value);
    }

    LineBuffer field(String name, @Nullable Long value) {
        field(name);
        return value == null ? ascii("null") : number(value);
    }

    LineBuffer field(String name, @Nullable RawJson value) {
        field(name);
        return value == null ? ascii("null") : json(value);
    }

    LineBuffer optional(String name, @Nullable String value) {
        return value == null ? this : field(name, value);
    }

    LineBuffer optional(String name, @Nullable Long value) {
        return value == null ? this : field(name, value);
    }

    LineBuffer optional(String name, @Nullable RawJson value) {
        return value == null ? this : field(name, value);
    }

    LineBuffer strings(Iterable<String> values) {
        put('[');
        var first = true;
        for (var value : values) {
            if (!first) {
                put(',');
            }
            string(value);
            first = false;
        }
        return put(']');
    }

    LineBuffer jsons(Iterable<RawJson> values) {
        put('[');
        var first = true;
        for (var value : values) {
            if (!first) {
                put(',');
            }
            json(value);
            first = false;
        }
        return put(']');
    }

    LineBuffer json(RawJson value) {
        return raw(value.bytes(), 0, value.length());
    }

    LineBuffer number(long value) {
        return ascii(Long.toString(value));
    }

    LineBuffer bool(boolean value) {
        return ascii(value ? "true" : "false");
    }

    public LineBuffer raw(byte[] source, int start, int end) {
        ensure(end - start);
        System.arraycopy(source, start, bytes, size, end - start);
        size += end - start;
        return this;
    }

    @SuppressWarnings("deprecation") // copies the low bytes, which is all that ASCII has
    public LineBuffer ascii(String text) {
        ensure(text.length());
        text.getBytes(0, text.length(), bytes, size);
        size += text.length();
        return this;
    }

    public LineBuffer put(char ascii) {
        ensure(1);
        bytes[size++] = (byte) ascii;
        return this;
    }

    /** A quoted string, or null. */
    LineBuffer string(@Nullable String text) {
        if (text == null) {
            return ascii("null");
        }
        put('"');
        var length = text.length();
        for (var from = 0; from < length; ) {
            // In pieces, so that a long text reserves no more than it needs by much.
            var to = Math.min(length, from + 4096);
            if (to < length && Character.isHighSurrogate(text.charAt(to - 1))) {
                to++;
            }
            ensure((to - from) * MAX_BYTES_PER_CHAR);
            escape(text, from, to);
            from = to;
        }
        return put('"');
    }

    private void escape(String text, int from, int to) {
        for (var i = from; i < to; i++) {
            var c = text.charAt(i);
            if (c < 0x80) {
                if (c >= 0x20 && c != '"' && c != '\\') {
                    bytes[size++] = (byte) c;
                } else {
                    control(c);
                }
            } else if (c < 0x800) {
                bytes[size++] = (byte) (0xc0 | (c >> 6));
                bytes[size++] = (byte) (0x80 | (c & 0x3f));
            } else if (Character.isHighSurrogate(c) && i + 1 < to && Character.isLowSurrogate(text.charAt(i + 1))) {
                i++;
                fourBytes(Character.toCodePoint(c, text.charAt(i)));
            } else {
                threeBytes(Character.isSurrogate(c) ? '\ufffd' : c);
            }
        }
    }

    private void control(char c) {
        var letter = switch (c) {
            case '"', '\\' -> c;
            case '\b' -> 'b';
            case '\f' -> 'f';
            case '\n' -> 'n';
            case '\r' -> 'r';
            case '\t' -> 't';
            default -> 'u';
        };
        bytes[size++] = '\\';
        bytes[size++] = (byte) letter;
        if (letter == 'u') {
            bytes[size++] = '0';
            bytes[size++] = '0';
            bytes[size++] = HEX[c >> 4];
            bytes[size++] = HEX[c & 0xf];
        }
    }

    private void threeBytes(char c) {
        bytes[size++] = (byte) (0xe0 | (c >> 12));
        bytes[size++] = (byte) (0x80 | ((c >> 6) & 0x3f));
        bytes[size++] = (byte) (0x80 | (c & 0x3f));
    }

    private void fourBytes(int codePoint) {
        bytes[size++] = (byte) (0xf0 | (codePoint >> 18));
        bytes[size++] = (byte) (0x80 | ((codePoint >> 12) & 0x3f));
        bytes[size++] = (byte) (0x80 | ((codePoint >> 6) & 0x3f));
        bytes[size++] = (byte) (0x80 | (codePoint & 0x3f));
    }

    LineBuffer tree(JsonNode node) {
        if (node.isObject()) {
            put('{');
            for (var member : node.properties()) {
                if (bytes[size - 1] != '{') {
                    put(',');
                }
                string(member.getKey()).put(':').tree(member.getValue());
            }
            return put('}');
        }
        if (node.isArray()) {
            put('[');
            for (var element : node) {
                if (bytes[size - 1] != '[') {
                    put(',');
                }
                tree(element);
            }
            return put(']');
        }
        return node.isTextual() || node.isBinary() ? string(node.asText()) : ascii(node.toString());
    }

    private void ensure(int more) {
        if (more > bytes.length - size) {
            var wanted = Math.addExact(size, more);
            bytes = Arrays.copyOf(bytes, (int) Math.min(Integer.MAX_VALUE - 8, Math.max(wanted, bytes.length * 2L)));
        }
    }
}
