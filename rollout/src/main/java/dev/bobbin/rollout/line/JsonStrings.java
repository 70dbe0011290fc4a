package dev.bobbin.rollout.line;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Takes strings and array elements out of valid JSON text. */
public final class JsonStrings {
    private JsonStrings() {}

    /** The text of a JSON string; null if the value is something else. */
    public static @Nullable String text(RawJson json) {
        var bytes = json.bytes();
        return bytes.length < 2 || bytes[0] != '"' ? null : decode(bytes, 1, bytes.length - 1);
    }

    /** A JSON string for the text. */
    public static RawJson quote(String text) {
        return RawJson.of(new LineBuffer(text.length() + 2).string(text).toByteArray());
    }

    /** The elements of a JSON array; none if the value is something else. */
    public static List<RawJson> elements(RawJson array) {
        return elements(array.bytes(), 0, array.length());
    }

    static List<RawJson> elements(byte[] buffer, int start, int end) {
        var elements = new ArrayList<RawJson>();
        if (start >= end || buffer[start] != '[') {
            return elements;
        }
        var at = JsonSyntax.skipBlanks(buffer, start + 1, end);
        while (at < end && buffer[at] != ']') {
            var elementEnd = JsonSyntax.skipValue(buffer, at, end);
            if (elementEnd < 0) {
                break;
            }
            elements.add(RawJson.of(buffer, at, elementEnd));
            at = JsonSyntax.skipBlanks(buffer, elementEnd, end);
            if (at < end && buffer[at] == ',') {
                at = JsonSyntax.skipBlanks(buffer, at + 1, end);
            }
        }
        return elements;
    }

    /** Decodes what stands between the quotes. */
    static String decode(byte[] buffer, int start, int end) {
        var isAscii = true;
        for (var i = start; i < end; i++) {
            if (buffer[i] == '\\') {
                return unescape(buffer, start, end, i);
            }
            isAscii &= buffer[i] >= 0;
        }
        // UTF-8 would look through the bytes once more.
        return new String(buffer, start, end - start, isAscii ? StandardCharsets.ISO_8859_1 : StandardCharsets.UTF_8);
    }

    private static String unescape(byte[] buffer, int start, int end, int firstEscape) {
        var text = new StringBuilder(end - start);
        var plainFrom = start;
        var at = firstEscape;
        while (at < end) {
            if (buffer[at] != '\\') {
                at++;
                continue;
            }
            text.append(new String(buffer, plainFrom, at - plainFrom, StandardCharsets.UTF_8));
            if (buffer[at + 1] == 'u') {
                text.append((char) Integer.parseInt(new String(buffer, at + 2, 4, StandardCharsets.ISO_8859_1), 16));
                at += 6;
            } else {
                text.append(unescaped(buffer[at + 1]));
                at += 2;
            }
            plainFrom = at;
        }
        return text.append(new String(buffer, plainFrom, end - plainFrom, StandardCharsets.UTF_8))
                .toString();
    }

    private static char unescaped(byte letter) {
        return switch (letter) {
            case 'b' -> '\b';
            case 'f' -> '\f';
            case 'n' -> '\n';
            case 'r' -> '\r';
            case 't' -> '\t';
            default -> (char) letter;
        };
    }
}
