package dev.bobbin.protocol.json;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamWriteConstraints;
import com.fasterxml.jackson.core.util.ByteArrayBuilder;
import com.fasterxml.jackson.core.util.JsonRecyclerPools;
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

    private static final JsonFactory FACTORY = JsonFactory.builder()
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNestingDepth(MAX_NESTING)
                    .maxStringLength(Integer.MAX_VALUE)
                    .maxNameLength(Integer.MAX_VALUE)
                    .maxNumberLength(10_000)
                    .build())
            .streamWriteConstraints(StreamWriteConstraints.builder()
                    .maxNestingDepth(2 * MAX_NESTING)
                    .build())
            .recyclerPool(JsonRecyclerPools.newConcurrentDequePool())
            .disable(JsonFactory.Feature.INTERN_FIELD_NAMES)
            .build();

    private WireJson() {}

    /** Made when first asked for: starting a mapper is dear, and reading and writing messages needs none. */
    private static final class Mapper {
        static final ObjectMapper INSTANCE = WireMapper.create(FACTORY);
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
            return Messages.of(parse(line, offset, length));
        } catch (IOException e) {
            return null;
        }
    }

    /** Reads exactly one JSON value. */
    public static JsonNode readTree(byte[] json) throws IOException {
        var tree = parse(json, 0, json.length);
        if (tree == null) {
            throw new IOException("no JSON value");
        }
        return tree;
    }

    /** Reads exactly one JSON value. */
    public static JsonNode readTree(String json) throws IOException {
        return readTree(json.getBytes(StandardCharsets.UTF_8));
    }

    private static @Nullable JsonNode parse(byte[] json, int offset, int length) throws IOException {
        try (var parser = FACTORY.createParser(json, offset, length)) {
            var tree = Trees.read(parser);
            if (parser.nextToken() != null) {
                throw new IOException("more than one JSON value");
            }
            return tree;
        }
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
            out.writeStartObject();
            out.writeFieldName("id");
            WireEncoder.requestId(out, id);
            out.writeStringField("method", method.name());
            if (!method.takesNoParams()) {
                out.writeFieldName("params");
                WireEncoder.write(out, params);
            }
            out.writeEndObject();
        });
    }

    /** The line of a notification. */
    public static <P> byte[] notification(Notification<P> notification, P params) {
        return bytes(out -> {
            out.writeStartObject();
            out.writeStringField("method", notification.name());
            out.writeFieldName("params");
            WireEncoder.write(out, params);
            out.writeEndObject();
        });
    }

    /** The line that answers a request; {@code result} is a record or a tree. */
    public static byte[] response(RequestId id, Object result) {
        return bytes(out -> {
            out.writeStartObject();
            out.writeFieldName("id");
            WireEncoder.requestId(out, id);
            out.writeFieldName("result");
            WireEncoder.write(out, result);
            out.writeEndObject();
        });
    }

    /** The line that refuses a request. */
    public static byte[] error(RequestId id, JsonRpcError error) {
        return bytes(out -> {
            out.writeStartObject();
            out.writeFieldName("error");
            out.writeStartObject();
            out.writeNumberField("code", error.code());
            out.writeStringField("message", error.message());
            if (error.data() != null) {
                out.writeFieldName("data");
                Trees.write(out, error.data());
            }
            out.writeEndObject();
            out.writeFieldName("id");
            WireEncoder.requestId(out, id);
            out.writeEndObject();
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

    /** The text that refuses an unknown method. */
    public static String unknownMethod(String name) {
        return Messages.unknownMethod(name);
    }

    private interface Writing {
        void to(JsonGenerator out) throws IOException;
    }

    private static byte[] bytes(Writing writing) {
        try (var buffer = new ByteArrayBuilder(512);
                var out = FACTORY.createGenerator(buffer)) {
            writing.to(out);
            out.flush();
            return buffer.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot encode", e);
        }
    }
}
