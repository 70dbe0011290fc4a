package dev.bobbin.protocol.json;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.io.IOException;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;

/**
 * UTF-8 bytes to a tree, strictly by RFC 8259.
 *
 * <p>Jackson's own parser would do, but its first use initialises {@link java.math.BigDecimal}, which on JDK 25 computes large powers
 * for 15 to 40 milliseconds; a fresh server answers its first requests in that time.
 */
final class JsonReader {
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    /** Longer numbers are refused: making them is quadratic in their length. */
    private static final int MAX_NUMBER_LENGTH = 10_000;

    private final byte[] bytes;
    private final int end;
    private int at;
    private int depth;
    private final StringBuilder text = new StringBuilder();

    private JsonReader(byte[] bytes, int offset, int length) {
        this.bytes = bytes;
        this.at = offset;
        this.end = offset + length;
    }

    /**
     * Reads the one value that the bytes hold.
     *
     * @throws IOException if they hold anything else, or if it is nested too deeply
     */
    static JsonNode read(byte[] bytes, int offset, int length) throws IOException {
        var reader = new JsonReader(bytes, offset, length);
        var value = reader.value(reader.skipBlanks());
        if (reader.skipBlanks() >= 0) {
            throw reader.malformed("more than one value");
        }
        return value;
    }

    /** The next byte that is not blank, left unread; -1 at the end. */
    private int skipBlanks() {
        while (at < end) {
            var b = bytes[at];
            if (b != ' ' && b != '\n' && b != '\r' && b != '\t') {
                return b & 0xFF;
            }
            at++;
        }
        return -1;
    }

    private JsonNode value(int first) throws IOException {
        return switch (first) {
            case '{' -> object();
            case '[' -> array();
            case '"' -> NODES.textNode(string());
            case 't' -> literal("true", NODES.booleanNode(true));
            case 'f' -> literal("false", NODES.booleanNode(false));
            case 'n' -> literal("null", NODES.nullNode());
            case '-', '0', '1', '2', '3', '4', '5', '6', '7', '8', '9' -> number();
            default -> throw malformed("no value");
        };
    }

    private JsonNode literal(String word, JsonNode value) throws IOException {
        for (var i = 0; i < word.length(); i++) {
            if (at >= end || bytes[at++] != word.charAt(i)) {
                throw malformed("no value");
            }
        }
        return value;
    }

    private JsonNode object() throws IOException {
        enter();
        var object = NODES.objectNode();
        var next = skipBlanks();
        if (next == '}') {
            at++;
        } else {
            do {
                if (next != '"') {
                    throw malformed("no member name");
                }
                var name = string();
                if (skipBlanks() != ':') {
                    throw malformed("no colon");
                }
                at++;
                object.set(name, value(skipBlanks()));
            } while ((next = more('}')) >= 0);
        }
        depth--;
        return object;
    }

    private JsonNode array() throws IOException {
        enter();
        var array = NODES.arrayNode();
        var next = skipBlanks();
        if (next == ']') {
            at++;
        } else {
            do {
                array.add(value(next));
            } while ((next = more(']')) >= 0);
        }
        depth--;
        return array;
    }

    private void enter() throws IOException {
        at++;
        if (++depth > WireJson.MAX_NESTING) {
            throw malformed("nested too deeply");
        }
    }

    /** After an element: the first byte of the next one, left unread, or -1 once the closing byte has been read. */
    private int more(char close) throws IOException {
        var next = skipBlanks();
        at++;
        if (next == close) {
            return -1;
        }
        if (next != ',') {
            throw malformed("no comma");
        }
        next = skipBlanks();
        if (next < 0) {
            throw malformed("cut off");
        }
        return next;
    }

    private JsonNode number() throws IOException {
        var from = at;
        var negative = bytes[at] == '-';
        at += negative ? 1 : 0;
        var firstDigit = at;
        digits();
        if (bytes[firstDigit] == '0' && at - firstDigit > 1) {
            throw malformed("a number begins with zero");
        }
        var whole = true;
        if (at < end && bytes[at] == '.') {
            whole = false;
            at++;
            digits();
        }
        if (at < end && (bytes[at] | 0x20) == 'e') {
            whole = false;
            at++;
            at += at < end && (bytes[at] == '+' || bytes[at] == '-') ? 1 : 0;
            digits();
        }
        if (at - from > MAX_NUMBER_LENGTH) {
            throw malformed("a number is too long");
        }
        return whole && at - firstDigit < 19 ? small(firstDigit, negative) : large(from, whole);
    }

    private void digits() throws IOException {
        var from = at;
        while (at < end && bytes[at] >= '0' && bytes[at] <= '9') {
            at++;
        }
        if (at == from) {
            throw malformed("no digit");
        }
    }

    private JsonNode small(int from, boolean negative) {
        var value = 0L;
        for (var i = from; i < at; i++) {
            value = value * 10 + (bytes[i] - '0');
        }
        value = negative ? -value : value;
        return value == (int) value ? NODES.numberNode((int) value) : NODES.numberNode(value);
    }

    /** Whole numbers keep all digits. What a double cannot hold is refused, as by the peer: infinity cannot be written. */
    private JsonNode large(int from, boolean whole) throws IOException {
        var digits = new String(bytes, from, at - from, StandardCharsets.ISO_8859_1);
        if (whole) {
            var value = new BigInteger(digits);
            return value.bitLength() < Long.SIZE ? NODES.numberNode(value.longValue()) : NODES.numberNode(value);
        }
        var value = Double.parseDouble(digits);
        if (Double.isInfinite(value)) {
            throw malformed("a number is out of range");
        }
        return NODES.numberNode(value);
    }

    /** Reads a text, the parser standing before its opening quote. */
    private String string() throws IOException {
        var from = ++at;
        var stop = plainEnd(from);
        if (stop < end && bytes[stop] == '"') {
            at = stop + 1;
            return new String(bytes, from, stop - from, StandardCharsets.ISO_8859_1);
        }
        return mixedString(from, stop);
    }

    /** Where the run of plain ASCII that begins at {@code from} ends. */
    private int plainEnd(int from) {
        var in = bytes;
        var last = end;
        var i = from;
        while (i < last) {
            var b = in[i];
            if (b < ' ' || b == '"' || b == '\\') {
                break;
            }
            i++;
        }
        return i;
    }

    /** A text that is not all plain ASCII, whose first run of it ends at {@code stop}: run by run. */
    private String mixedString(int from, int stop) throws IOException {
        text.setLength(0);
        var start = from;
        at = stop;
        while (at < end) {
            if (at > start) {
                text.append(new String(bytes, start, at - start, StandardCharsets.ISO_8859_1));
            }
            var b = bytes[at++];
            if (b == '"') {
                return text.toString();
            }
            if (b == '\\') {
                text.append(escape());
            } else if (b >= 0) {
                throw malformed("a control character in a text");
            } else {
                text.appendCodePoint(codePoint(b & 0xFF));
            }
            start = at;
            at = plainEnd(at);
        }
        throw malformed("cut off");
    }

    private char escape() throws IOException {
        if (at >= end) {
            throw malformed("cut off");
        }
        return switch (bytes[at++]) {
            case '"' -> '"';
            case '\\' -> '\\';
            case '/' -> '/';
            case 'b' -> '\b';
            case 'f' -> '\f';
            case 'n' -> '\n';
            case 'r' -> '\r';
            case 't' -> '\t';
            case 'u' -> hex();
            default -> throw malformed("an unknown escape");
        };
    }

    private char hex() throws IOException {
        var value = 0;
        for (var i = 0; i < 4; i++) {
            var digit = at < end ? Character.digit(bytes[at++], 16) : -1;
            if (digit < 0) {
                throw malformed("an unknown escape");
            }
            value = value << 4 | digit;
        }
        return (char) value;
    }

    /** A character of two to four bytes, the first of which has been read. Overlong forms and surrogates are refused. */
    private int codePoint(int first) throws IOException {
        if (first >= 0xC2 && first < 0xE0) {
            return (first & 0x1F) << 6 | continuation();
        }
        if (first >= 0xE0 && first < 0xF0) {
            var value = (first & 0x0F) << 12 | continuation() << 6 | continuation();
            if (value >= 0x800 && (value < Character.MIN_SURROGATE || value > Character.MAX_SURROGATE)) {
                return value;
            }
        } else if (first >= 0xF0 && first < 0xF5) {
            var value = (first & 0x07) << 18 | continuation() << 12 | continuation() << 6 | continuation();
            if (Character.isSupplementaryCodePoint(value)) {
                return value;
            }
        }
        throw malformed("a text is not UTF-8");
    }

    private int continuation() throws IOException {
        if (at >= end || (bytes[at] & 0xC0) != 0x80) {
            throw malformed("a text is not UTF-8");
        }
        return bytes[at++] & 0x3F;
    }

    private IOException malformed(String what) {
        return new MalformedJsonException(what + " at byte " + at);
    }
}
