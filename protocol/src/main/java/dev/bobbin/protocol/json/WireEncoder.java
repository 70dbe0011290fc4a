package dev.bobbin.protocol.json;

import com.fasterxml.jackson.databind.JsonNode;
import dev.bobbin.protocol.json.Shape.Component;
import dev.bobbin.protocol.json.Shape.Presence;
import dev.bobbin.protocol.json.Shape.RecordShape;
import dev.bobbin.protocol.json.Shape.UnionShape;
import dev.bobbin.protocol.jsonrpc.RequestId;
import dev.bobbin.protocol.wire.Patch;
import dev.bobbin.protocol.wire.WireEnum;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Records to JSON, without a tree in between. */
final class WireEncoder {
    private WireEncoder() {}

    /** Writes a record, a variant, an enum constant, or a tree. */
    static void write(JsonWriter out, Object value) {
        if (value instanceof JsonNode tree) {
            out.tree(tree);
        } else if (value instanceof WireEnum constant) {
            out.string(constant.wireName());
        } else {
            shaped(out, value, Shapes.ofValue(value));
        }
    }

    private static void shaped(JsonWriter out, Object value, Shape shape) {
        if (shape instanceof RecordShape record) {
            record(out, value, record);
        } else if (shape instanceof UnionShape union) {
            union(out, value, union);
        } else {
            out.string(((WireEnum) value).wireName());
        }
    }

    private static void record(JsonWriter out, Object value, RecordShape shape) {
        if (shape.transparent()) {
            var only = shape.components().getFirst();
            value(out, shape.read(value, 0), only.type());
            return;
        }
        out.startObject();
        members(out, value, shape);
        out.endObject();
    }

    private static void members(JsonWriter out, Object value, RecordShape shape) {
        var components = shape.components();
        for (var i = 0; i < components.size(); i++) {
            member(out, components.get(i), shape.read(value, i));
        }
    }

    private static void member(JsonWriter out, Component component, @Nullable Object value) {
        if (component.presence() == Presence.OMITTED && (value == null || value instanceof Patch.Keep)) {
            return;
        }
        out.name(component.quotedName());
        value(out, value, component.type());
    }

    private static void union(JsonWriter out, Object value, UnionShape shape) {
        var name = shape.names().get(value.getClass());
        var variant = Shapes.of(value.getClass());
        if (!(variant instanceof RecordShape content)) {
            throw new IllegalStateException(value.getClass() + " is not a record");
        }
        if (name == null) {
            value(out, content.components().getLast().accessor().get(value), WireType.Simple.TREE);
        } else if (shape.tag() != null) {
            out.startObject();
            out.name(shape.tag());
            out.string(name);
            members(out, value, content);
            out.endObject();
        } else if (content.components().isEmpty()) {
            out.string(name);
        } else {
            out.startObject();
            out.name(name);
            record(out, value, content);
            out.endObject();
        }
    }

    private static void value(JsonWriter out, @Nullable Object value, WireType type) {
        if (value == null) {
            out.nullValue();
            return;
        }
        if (type instanceof WireType.Simple simple) {
            simple(out, value, simple);
        } else if (type instanceof WireType.Int) {
            out.number(((Number) value).longValue());
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

    private static void simple(JsonWriter out, Object value, WireType.Simple type) {
        switch (type) {
            case TEXT, ABSOLUTE_PATH -> out.string((String) value);
            case FLAG -> out.bool((Boolean) value);
            case REAL -> out.number((Double) value);
            case TREE -> out.tree((JsonNode) value);
            case REQUEST_ID -> requestId(out, (RequestId) value);
            case TEXTS -> list(out, (List<?>) value, WireType.Simple.TEXT);
        }
    }

    static void requestId(JsonWriter out, RequestId id) {
        if (id instanceof RequestId.Text text) {
            out.string(text.value());
        } else {
            out.number(((RequestId.Number) id).value());
        }
    }

    private static void list(JsonWriter out, List<?> values, WireType element) {
        out.startArray();
        for (var value : values) {
            value(out, value, element);
        }
        out.endArray();
    }

    private static void map(JsonWriter out, Map<?, ?> values, WireType type) {
        out.startObject();
        for (var entry : values.entrySet()) {
            out.name((String) entry.getKey());
            value(out, entry.getValue(), type);
        }
        out.endObject();
    }

    private static void patch(JsonWriter out, Patch<?> patch, WireType type) {
        if (patch instanceof Patch.Set<?> set) {
            value(out, set.value(), type);
        } else {
            out.nullValue();
        }
    }
}
