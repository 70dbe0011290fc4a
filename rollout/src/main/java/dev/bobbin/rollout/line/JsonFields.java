package dev.bobbin.rollout.line;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The members of one JSON object, found by one scan and decoded when asked for. Of members with the same name the last one
 * counts. The text must be valid; a member of another type than asked for reads as absent.
 */
public final class JsonFields {
    private final byte[] buffer;
    /** Per member: start and end of the name between its quotes, start and end of the value. */
    private int[] places = new int[4 * 6];

    private int count;

    /** Of an object that has no members yet. */
    JsonFields(byte[] buffer) {
        this.buffer = buffer;
    }

    /** Scans a valid object; anything else reads as one without members. */
    public static JsonFields of(RawJson object) {
        return of(object.bytes(), 0, object.length());
    }

    static JsonFields of(byte[] buffer, int start, int end) {
        var fields = new JsonFields(buffer);
        var at = JsonSyntax.skipBlanks(buffer, start, end);
        if (at < end && buffer[at] == '{') {
            fields.scan(JsonSyntax.skipBlanks(buffer, at + 1, end), end);
        }
        return fields;
    }

    private void scan(int start, int end) {
        var at = start;
        while (at < end && buffer[at] == '"') {
            var nameEnd = JsonSyntax.skipString(buffer, at, end);
            var value = JsonSyntax.skipKey(buffer, at, end);
            var valueEnd = value < 0 ? -1 : JsonSyntax.skipValue(buffer, value, end);
            if (valueEnd < 0) {
                return;
            }
            add(at + 1, nameEnd - 1, value, valueEnd);
            at = JsonSyntax.skipBlanks(buffer, valueEnd, end);
            if (at >= end || buffer[at] != ',') {
                return;
            }
            at = JsonSyntax.skipBlanks(buffer, at + 1, end);
        }
    }

    void add(int nameStart, int nameEnd, int valueStart, int valueEnd) {
        if (count * 4 == places.length) {
            places = Arrays.copyOf(places, places.length * 2);
        }
        places[count * 4] = nameStart;
        places[count * 4 + 1] = nameEnd;
        places[count * 4 + 2] = valueStart;
        places[count * 4 + 3] = valueEnd;
        count++;
    }

    /** Index into places of the member's value, or -1 if it is absent or null. */
    private int find(String name) {
        for (var i = count - 1; i >= 0; i--) {
            if (sameText(buffer, places[i * 4], places[i * 4 + 1], name)) {
                return buffer[places[i * 4 + 2]] == 'n' ? -1 : i * 4 + 2;
            }
        }
        return -1;
    }

    static boolean sameText(byte[] buffer, int start, int end, String ascii) {
        if (end - start != ascii.length()) {
            return false;
        }
        for (var i = 0; i < ascii.length(); i++) {
            if (buffer[start + i] != ascii.charAt(i)) {
                return false;
            }
        }
        return true;
    }

    /** Whether the member is there and not null. */
    public boolean has(String name) {
        return find(name) >= 0;
    }

    /** The names in order. */
    public List<String> names() {
        var names = new ArrayList<String>(count);
        for (var i = 0; i < count; i++) {
            names.add(JsonStrings.decode(buffer, places[i * 4], places[i * 4 + 1]));
        }
        return names;
    }

    public @Nullable String string(String name) {
        var place = find(name);
        return place < 0 || buffer[places[place]] != '"'
                ? null
                : JsonStrings.decode(buffer, places[place] + 1, places[place + 1] - 1);
    }

    /** Whether the member is this text, written without escapes. */
    public boolean isText(String name, String ascii) {
        var place = find(name);
        return place >= 0
                && buffer[places[place]] == '"'
                && sameText(buffer, places[place] + 1, places[place + 1] - 1, ascii);
    }

    public String string(String name, String otherwise) {
        var value = string(name);
        return value == null ? otherwise : value;
    }

    /** A whole number; one with a fraction is cut. */
    public @Nullable Long number(String name) {
        var place = find(name);
        if (place < 0) {
            return null;
        }
        var text = new String(buffer, places[place], places[place + 1] - places[place], StandardCharsets.ISO_8859_1);
        try {
            return Long.valueOf(text);
        } catch (NumberFormatException e) {
            return fraction(text);
        }
    }

    private static @Nullable Long fraction(String text) {
        try {
            return (long) Double.parseDouble(text);
        } catch (NumberFormatException e) {
            return null;
        }
    }

    public @Nullable Boolean bool(String name) {
        var place = find(name);
        if (place < 0) {
            return null;
        }
        return switch (buffer[places[place]]) {
            case 't' -> Boolean.TRUE;
            case 'f' -> Boolean.FALSE;
            default -> null;
        };
    }

    public @Nullable RawJson raw(String name) {
        var place = find(name);
        return place < 0 ? null : RawJson.of(buffer, places[place], places[place + 1]);
    }

    /** The members of an object that is a member of this one. */
    public @Nullable JsonFields object(String name) {
        var place = find(name);
        return place < 0 || buffer[places[place]] != '{' ? null : of(buffer, places[place], places[place + 1]);
    }

    /** The elements of an array. */
    public @Nullable List<RawJson> array(String name) {
        var place = find(name);
        return place < 0 || buffer[places[place]] != '['
                ? null
                : JsonStrings.elements(buffer, places[place], places[place + 1]);
    }

    /** Whether the member is an array with something in it. */
    public boolean hasElements(String name) {
        var place = find(name);
        if (place < 0 || buffer[places[place]] != '[') {
            return false;
        }
        return buffer[JsonSyntax.skipBlanks(buffer, places[place] + 1, places[place + 1])] != ']';
    }

    /** The objects among the elements of an array, without a copy: good as long as this one. */
    public List<JsonFields> objects(String name) {
        var place = find(name);
        if (place < 0 || buffer[places[place]] != '[') {
            return List.of();
        }
        var objects = new ArrayList<JsonFields>(1);
        var end = places[place + 1];
        var at = JsonSyntax.skipBlanks(buffer, places[place] + 1, end);
        while (at < end && buffer[at] != ']') {
            var elementEnd = JsonSyntax.skipValue(buffer, at, end);
            if (elementEnd < 0) {
                break;
            }
            if (buffer[at] == '{') {
                objects.add(of(buffer, at, elementEnd));
            }
            at = JsonSyntax.skipBlanks(buffer, elementEnd, end);
            if (at < end && buffer[at] == ',') {
                at = JsonSyntax.skipBlanks(buffer, at + 1, end);
            }
        }
        return objects;
    }

    /** The strings of an array; empty if absent. */
    public List<String> strings(String name) {
        var elements = hasElements(name) ? array(name) : null;
        if (elements == null) {
            return List.of();
        }
        var strings = new ArrayList<String>(elements.size());
        for (var element : elements) {
            if (element.bytes()[0] == '"') {
                strings.add(JsonStrings.decode(element.bytes(), 1, element.length() - 1));
            }
        }
        return strings;
    }
}
