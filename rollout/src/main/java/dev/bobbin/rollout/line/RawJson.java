package dev.bobbin.rollout.line;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.JsonSerializable;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.jsontype.TypeSerializer;
import dev.bobbin.protocol.json.WireJson;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * A JSON value kept as its UTF-8 text, so that it can be stored and sent on without being understood or rewritten.
 *
 * <p>Holds no line breaks: those that stood between tokens become spaces, so a value always fits on one line. The text is
 * taken as it comes; {@link #isValid} tells whether it is JSON. Immutable; Jackson writes it verbatim.
 */
public final class RawJson implements JsonSerializable {
    private final byte[] utf8;

    private RawJson(byte[] utf8) {
        this.utf8 = utf8;
    }

    /** Takes over the array, which must not be changed afterwards. */
    public static RawJson of(byte[] utf8) {
        for (var i = 0; i < utf8.length; i++) {
            if (utf8[i] == '\n' || utf8[i] == '\r') {
                return new RawJson(onOneLine(utf8));
            }
        }
        return new RawJson(utf8);
    }

    /** Copies the bytes from {@code start} to before {@code end}. */
    public static RawJson of(byte[] buffer, int start, int end) {
        return of(Arrays.copyOfRange(buffer, start, end));
    }

    public static RawJson of(String json) {
        return of(json.getBytes(StandardCharsets.UTF_8));
    }

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public static RawJson of(JsonNode tree) {
        var out = new LineBuffer(256);
        out.tree(tree);
        return new RawJson(out.toByteArray());
    }

    private static byte[] onOneLine(byte[] utf8) {
        var copy = utf8.clone();
        for (var i = 0; i < copy.length; i++) {
            if (copy[i] == '\n' || copy[i] == '\r') {
                copy[i] = ' ';
            }
        }
        return copy;
    }

    /** The text itself, not a copy: must not be changed. */
    public byte[] bytes() {
        return utf8;
    }

    public int length() {
        return utf8.length;
    }

    /** Whether the text is one whole JSON value in valid UTF-8. */
    public boolean isValid() {
        return JsonSyntax.isValue(utf8, 0, utf8.length);
    }

    /**
     * Parses the text anew on every call.
     *
     * @throws UncheckedIOException if it is not JSON
     */
    public JsonNode tree() {
        try {
            return WireJson.readTree(utf8);
        } catch (IOException e) {
            throw new UncheckedIOException("not JSON", e);
        }
    }

    @Override
    public void serialize(JsonGenerator generator, SerializerProvider serializers) throws IOException {
        generator.writeRawValue(new Verbatim(utf8));
    }

    @Override
    public void serializeWithType(JsonGenerator generator, SerializerProvider serializers, TypeSerializer types)
            throws IOException {
        serialize(generator, serializers);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof RawJson that && Arrays.equals(utf8, that.utf8);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(utf8);
    }

    @Override
    public String toString() {
        return new String(utf8, StandardCharsets.UTF_8);
    }
}
