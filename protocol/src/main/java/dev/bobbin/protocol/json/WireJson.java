package dev.bobbin.protocol.json;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.bobbin.protocol.jsonrpc.JsonRpcError;
import dev.bobbin.protocol.jsonrpc.JsonRpcMessage;
import dev.bobbin.protocol.jsonrpc.RequestId;
import dev.bobbin.protocol.method.Method;
import dev.bobbin.protocol.method.NoParams;
import dev.bobbin.protocol.method.Notification;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The one door between JSON and the protocol's records. All methods may be called from any thread.
 *
 * <p>Encoded messages are single lines without their end: control characters in texts are escaped, and half a surrogate
 * pair is written as an escape.
 */
public final class WireJson {
    /** Objects and arrays within each other, at most. The peer stops at 128. */
    public static final int MAX_NESTING = 512;

    private WireJson() {}

    /** Made when first asked for: starting a mapper is dear, and reading and writing messages needs none. */
    private static final class Mapper {
        static final ObjectMapper INSTANCE = WireMapper.create();
    }

    /** A mapper that reads and writes the protocol's records by the same rules, for libraries that want one. */
    public static ObjectMapper mapper() {
        return Mapper.INSTANCE;
    }

    /**
     * Reads one line as a message.
     *
     * @return null when the line is not a message: broken JSON, another kind of value, nested too deeply, or an id that is
     *     neither text nor a 64-bit integer
     */
    public static @Nullable JsonRpcMessage readMessage(byte[] line, int offset, int length) {
        try {
            return Messages.of(JsonReader.read(line, offset, length));
        } catch (IOException e) {
            return null;
        }
    }

    /**
     * Reads exactly one JSON value.
     *
     * @throws MalformedJsonException if the bytes are anything else
     */
    public static JsonNode readTree(byte[] json) throws IOException {
        return JsonReader.read(json, 0, json.length);
    }

    /**
     * Reads exactly one JSON value.
     *
     * @throws MalformedJsonException if the text is anything else
     */
    public static JsonNode readTree(String json) throws IOException {
        return readTree(json.getBytes(StandardCharsets.UTF_8));
    }

    /**
     * Says what in a JSON text does not fit a record, as the peer's parser does, with line and column. Unlike the methods that
     * read, it also minds members that are there twice, and those that a {@link dev.bobbin.protocol.wire.Strict} record lacks.
     *
     * @param type the record that it is to fit; null for any JSON
     * @return null if the text fits
     */
    public static @Nullable String problem(String json, @Nullable Class<?> type) {
        return TextCheck.problem(json, type);
    }

    /**
     * Reads the parameters of a request.
     *
     * @param params what the request carried; null when absent
     * @throws InvalidParamsException if they do not fit; its message is meant for the client
     */
    public static <T> T decodeParams(@Nullable JsonNode params, Class<T> type) {
        if (type == NoParams.class) {
            if (params != null && !params.isNull() && !(params.isObject() && params.isEmpty())) {
                throw Unexpected.type(params, "unit");
            }
            return type.cast(new NoParams());
        }
        if (params == null || params.isNull()) {
            throw InvalidParamsException.missing("params");
        }
        return decode(params, type);
    }

    /**
     * Reads a record, a union or an enum from a tree.
     *
     * @throws InvalidParamsException if the tree does not fit
     */
    public static <T> T decode(JsonNode tree, Class<T> type) {
        return type.cast(WireDecoder.decode(tree, type));
    }

    /** Writes a record, a variant, an enum constant or a tree as UTF-8. */
    public static byte[] encode(Object value) {
        return bytes(out -> WireEncoder.write(out, value));
    }

    /** Turns a record into a tree. */
    public static JsonNode toTree(Object value) {
        try {
            return readTree(encode(value));
        } catch (IOException e) {
            throw new UncheckedIOException("what was written cannot be read", e);
        }
    }

    /** The line of a request. */
    public static <P> byte[] request(RequestId id, Method<P, ?> method, P params) {
        return bytes(out -> {
            out.startObject();
            out.name("id");
            WireEncoder.requestId(out, id);
            out.name("method");
            out.string(method.name());
            if (!method.takesNoParams()) {
                out.name("params");
                WireEncoder.write(out, params);
            }
            out.endObject();
        });
    }

    /** The line of a notification. */
    public static <P> byte[] notification(Notification<P> notification, P params) {
        return bytes(out -> {
            out.startObject();
            out.name("method");
            out.string(notification.name());
            out.name("params");
            WireEncoder.write(out, params);
            out.endObject();
        });
    }

    /** The line that answers a request; {@code result} is a record or a tree. */
    public static byte[] response(RequestId id, Object result) {
        return bytes(out -> {
            out.startObject();
            out.name("id");
            WireEncoder.requestId(out, id);
            out.name("result");
            WireEncoder.write(out, result);
            out.endObject();
        });
    }

    /** The line that refuses a request. */
    public static byte[] error(RequestId id, JsonRpcError error) {
        return bytes(out -> {
            out.startObject();
            out.name("error");
            out.startObject();
            out.name("code");
            out.number(error.code());
            out.name("message");
            out.string(error.message());
            if (error.data() != null) {
                out.name("data");
                out.tree(error.data());
            }
            out.endObject();
            out.name("id");
            WireEncoder.requestId(out, id);
            out.endObject();
        });
    }

    /**
     * What a request uses of the experimental API: the method's name, or the method's and a component's joined by a dot.
     * Clients that did not ask for the experimental API are refused with it.
     */
    public static <P> Optional<String> experimentalUse(Method<P, ?> method, P params) {
        return method.isExperimental()
                ? Optional.of(method.name())
                : Optional.ofNullable(Messages.experimentalComponent(method.name(), params));
    }

    /** The text about JSON of another type than the one that was expected. */
    public static String unexpectedType(JsonNode node, String expected) {
        return Unexpected.typeText(node, expected);
    }

    /** The text that refuses an unknown method. */
    public static String unknownMethod(String name) {
        return Messages.unknownMethod(name);
    }

    private static byte[] bytes(Consumer<JsonWriter> writing) {
        var out = new JsonWriter();
        writing.accept(out);
        return out.toByteArray();
    }
}
