package dev.bobbin.protocol.json;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.JsonNode;
import dev.bobbin.protocol.json.Shape.Component;
import dev.bobbin.protocol.json.Shape.Presence;
import dev.bobbin.protocol.json.Shape.RecordShape;
import dev.bobbin.protocol.json.Shape.UnionShape;
import dev.bobbin.protocol.jsonrpc.RequestId;
import dev.bobbin.protocol.wire.Patch;
import dev.bobbin.protocol.wire.WireEnum;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Records to JSON, without a tree in between. */
final class WireEncoder {
    private WireEncoder() {}

    /** Writes a record, a variant, an enum constant, or a tree. */
    static void write(JsonGenerator out, Object value) throws IOException {
        if (value instanceof JsonNode tree) {
            Trees.write(out, tree);
        } else if (value instanceof WireEnum constant) {
            out.writeString(constant.wireName());
        } else {
            shaped(out, value, Shapes.ofValue(value));
        }
    }

    private static void shaped(JsonGenerator out, Object value, Shape shape) throws IOException {
        if (shape instanceof RecordShape record) {
            record(out, value, record);
        } else if (shape instanceof UnionShape union) {
            union(out, value, union);
        } else {
            out.writeString(((WireEnum) value).wireName());
        }
    }

    private static void record(JsonGenerator out, Object value, RecordShape shape) throws IOException {
        if (shape.transparent()) {
            var only = shape.components().getFirst();
            value(out, RecordShape.get(only, value), only.type());
            return;
        }
        out.writeStartObject();
        members(out, value, shape);
        out.writeEndObject();
    }

    private static void members(JsonGenerator out, Object value, RecordShape shape) throws IOException {
        var components = shape.components();
        for (var i = 0; i < components.size(); i++) {
            member(out, components.get(i), RecordShape.get(components.get(i), value));
        }
    }

    private static void member(JsonGenerator out, Component component, @Nullable Object value) throws IOException {
        if (component.presence() == Presence.OMITTED && (value == null || value instanceof Patch.Keep)) {
            return;
        }
        out.writeFieldName(component.name());
        value(out, value, component.type());
    }

    private static void union(JsonGenerator out, Object value, UnionShape shape) throws IOException {
        var name = shape.names().get(value.getClass());
        var variant = Shapes.of(value.getClass());
        if (!(variant instanceof RecordShape content)) {
            throw new IllegalStateException(value.getClass() + " is not a record");
        }
        if (name == null) {
            value(out, RecordShape.get(content.components().getLast(), value), WireType.Simple.TREE);
        } else if (shape.tag() != null) {
            out.writeStartObject();
            out.writeFieldName(shape.tag());
            out.writeString(name);
            members(out, value, content);
            out.writeEndObject();
        } else if (content.components().isEmpty()) {
            out.writeString(name);
        } else {
            out.writeStartObject();
            out.writeFieldName(name);
            record(out, value, content);
            out.writeEndObject();
        }
    }

    private static void value(JsonGenerator out, @Nullable Object value, WireType type) throws IOException {
        if (value == null) {
            out.writeNull();
            return;
        }
        if (type instanceof WireType.Simple simple) {
            simple(out, value, simple);
        } else if (type instanceof WireType.Int) {
            out.writeNumber(((Number) value).longValue());
        } else if (type instanceof WireType.ListOf list) {
            list(out, (List<?>) value, list.element());
        } else if (type instanceof WireType.MapOf map) {
            map(out, (Map<?, ?>) value, map.value());
        } else if (type instanceof WireType.PatchOf patch) {
            patch(out, (Patch<?>) value, patch.value());
        } else {
            shaped(out, value, Shapes.of(((WireType.Named) type).type()));
        }
    }

    private static void simple(JsonGenerator out, Object value, WireType.Simple type) throws IOException {
        switch (type) {
            case TEXT, ABSOLUTE_PATH -> out.writeString((String) value);
            case FLAG -> out.writeBoolean((Boolean) value);
            case REAL -> out.writeNumber((Double) value);
            case TREE -> Trees.write(out, (JsonNode) value);
            case REQUEST_ID -> requestId(out, (RequestId) value);
            case TEXTS -> list(out, (List<?>) value, WireType.Simple.TEXT);
        }
    }

    static void requestId(JsonGenerator out, RequestId id) throws IOException {
        if (id instanceof RequestId.Text text) {
            out.writeString(text.value());
        } else {
            out.writeNumber(((RequestId.Number) id).value());
        }
    }

    private static void list(JsonGenerator out, List<?> values, WireType element) throws IOException {
        out.writeStartArray();
        for (var value : values) {
            value(out, value, element);
        }
        out.writeEndArray();
    }

    private static void map(JsonGenerator out, Map<?, ?> values, WireType type) throws IOException {
        out.writeStartObject();
        for (var entry : values.entrySet()) {
            out.writeFieldName((String) entry.getKey());
            value(out, entry.getValue(), type);
        }
        out.writeEndObject();
    }

    private static void patch(JsonGenerator out, Patch<?> patch, WireType type) throws IOException {
        if (patch instanceof Patch.Set<?> set) {
            value(out, set.value(), type);
        } else {
            out.writeNull();
        }
    }
}
