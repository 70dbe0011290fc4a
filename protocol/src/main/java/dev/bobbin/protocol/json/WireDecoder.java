package dev.bobbin.protocol.json;

import com.fasterxml.jackson.databind.JsonNode;
import dev.bobbin.protocol.json.Shape.Component;
import dev.bobbin.protocol.json.Shape.EnumShape;
import dev.bobbin.protocol.json.Shape.Presence;
import dev.bobbin.protocol.json.Shape.RecordShape;
import dev.bobbin.protocol.json.Shape.UnionShape;
import dev.bobbin.protocol.jsonrpc.RequestId;
import dev.bobbin.protocol.wire.Patch;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Trees to records. What does not fit is refused in the words of the peer's parser.
 *
 * <p>There are no switches over types here, nor in {@link WireEncoder}: an AOT cache cannot hold what the JVM makes of
 * them, and the first one alone would delay the first answer of a process by tens of milliseconds.
 */
final class WireDecoder {
    private WireDecoder() {}

    static Object decode(JsonNode node, Class<?> type) {
        var shape = Shapes.of(type);
        if (shape instanceof RecordShape record) {
            return record(node, record, "struct " + type.getSimpleName());
        }
        return shape instanceof UnionShape union ? union(node, union) : constant(node, (EnumShape) shape);
    }

    static Object value(JsonNode node, WireType type) {
        if (type instanceof WireType.Simple simple) {
            return simple(node, simple);
        }
        if (type instanceof WireType.Int kind) {
            return integer(node, kind);
        }
        if (type instanceof WireType.ListOf list) {
            return list(node, list.element());
        }
        if (type instanceof WireType.MapOf map) {
            return map(node, map);
        }
        if (type instanceof WireType.PatchOf patch) {
            return node.isNull() ? Patch.clear() : Patch.set(value(node, patch.value()));
        }
        return decode(node, ((WireType.Named) type).type());
    }

    private static Object simple(JsonNode node, WireType.Simple type) {
        return switch (type) {
            case TEXT -> text(node, "a string");
            case ABSOLUTE_PATH -> absolutePath(node);
            case FLAG -> {
                if (!node.isBoolean()) {
                    throw Unexpected.type(node, "a boolean");
                }
                yield node.booleanValue();
            }
            case REAL -> {
                if (!node.isNumber()) {
                    throw Unexpected.type(node, "f64");
                }
                yield node.doubleValue();
            }
            case TREE -> node;
            case REQUEST_ID -> requestId(node);
            case TEXTS -> texts(node);
        };
    }

    private static String text(JsonNode node, String expected) {
        if (!node.isTextual()) {
            throw Unexpected.type(node, expected);
        }
        return node.textValue();
    }

    private static String absolutePath(JsonNode node) {
        var path = text(node, "path string");
        if (!path.startsWith("/")) {
            throw new InvalidParamsException("AbsolutePathBuf deserialized without a base path");
        }
        return path;
    }

    private static RequestId requestId(JsonNode node) {
        if (node.isTextual()) {
            return RequestId.of(node.textValue());
        }
        if (node.isIntegralNumber() && node.canConvertToLong()) {
            return RequestId.of(node.longValue());
        }
        throw new InvalidParamsException("data did not match any variant of untagged enum RequestId");
    }

    private static List<String> texts(JsonNode node) {
        if (node.isTextual()) {
            return List.of(node.textValue());
        }
        if (node.isArray()) {
            var texts = new ArrayList<String>(node.size());
            for (var element : node) {
                if (element.isTextual()) {
                    texts.add(element.textValue());
                }
            }
            if (texts.size() == node.size()) {
                return List.copyOf(texts);
            }
        }
        throw new InvalidParamsException("data did not match any variant of untagged enum ThreadListCwdFilter");
    }

    private static Object integer(JsonNode node, WireType.Int kind) {
        if (!node.isIntegralNumber()) {
            throw Unexpected.type(node, kind.rustName());
        }
        if (!node.canConvertToLong()) {
            var cutOff = (kind == WireType.Int.U64 || kind == WireType.Int.USIZE) && Unexpected.fitsUnsigned(node);
            if (cutOff) {
                return kind.box(Long.MAX_VALUE);
            }
            throw Unexpected.fitsUnsigned(node)
                    ? Unexpected.value(node, kind.rustName())
                    : Unexpected.type(node, kind.rustName());
        }
        var value = node.longValue();
        if (!kind.holds(value)) {
            throw Unexpected.value(node, kind.rustName());
        }
        return kind.box(value);
    }

    private static List<Object> list(JsonNode node, WireType element) {
        if (!node.isArray()) {
            throw Unexpected.type(node, "a sequence");
        }
        var values = new Object[node.size()];
        var i = 0;
        for (var child : node) {
            values[i++] = value(child, element);
        }
        return List.of(values);
    }

    private static Map<String, @Nullable Object> map(JsonNode node, WireType.MapOf type) {
        if (!node.isObject()) {
            throw Unexpected.type(node, "a map");
        }
        var values = LinkedHashMap.<String, @Nullable Object>newLinkedHashMap(node.size());
        for (var entry : node.properties()) {
            var child = entry.getValue();
            values.put(entry.getKey(), type.nullValues() && child.isNull() ? null : value(child, type.value()));
        }
        return java.util.Collections.unmodifiableMap(values);
    }

    private static Object record(JsonNode node, RecordShape shape, String expected) {
        if (shape.transparent()) {
            return shape.make(
                    new Object[] {value(node, shape.components().getFirst().type())});
        }
        if (node.isObject()) {
            return fromObject(node, shape);
        }
        if (node.isArray()) {
            return fromArray(node, shape, expected);
        }
        throw Unexpected.type(node, expected);
    }

    private static Object fromObject(JsonNode node, RecordShape shape) {
        var components = shape.components();
        var values = new @Nullable Object[components.size()];
        for (var member : node.properties()) {
            var position = shape.positions().get(member.getKey());
            if (position != null) {
                values[position] = present(member.getValue(), components.get(position));
            }
        }
        for (var i = 0; i < values.length; i++) {
            var component = components.get(i);
            if (values[i] == null) {
                if (component.presence() == Presence.REQUIRED) {
                    throw InvalidParamsException.missing(component.name());
                }
                values[i] = component.whenAbsent();
            }
        }
        return shape.make(values);
    }

    private static @Nullable Object present(JsonNode node, Component component) {
        if (node.isNull() && component.presence() != Presence.REQUIRED && component.whenAbsent() == null) {
            return null;
        }
        return value(node, component.type());
    }

    /** Arrays stand for records, their elements for the components in order. Only what has a default may be left out. */
    private static Object fromArray(JsonNode node, RecordShape shape, String expected) {
        var components = shape.components();
        if (node.size() > components.size()) {
            throw new InvalidParamsException(
                    "invalid length " + node.size() + ", expected " + elements(components.size()) + " in sequence");
        }
        var values = new @Nullable Object[components.size()];
        for (var i = 0; i < values.length; i++) {
            var component = components.get(i);
            if (i < node.size()) {
                values[i] = present(node.get(i), component);
            } else if (component.whenAbsent() == null) {
                throw new InvalidParamsException(
                        "invalid length " + i + ", expected " + expected + " with " + elements(components.size()));
            } else {
                values[i] = component.whenAbsent();
            }
        }
        return shape.make(values);
    }

    private static String elements(int count) {
        return count == 1 ? "1 element" : count + " elements";
    }

    private static Object union(JsonNode node, UnionShape shape) {
        var tag = shape.tag();
        return tag == null ? wrapped(node, shape) : tagged(node, shape, tag);
    }

    private static Object tagged(JsonNode node, UnionShape shape, String tag) {
        if (!node.isObject()) {
            throw Unexpected.type(node, "internally tagged enum " + shape.type().getSimpleName());
        }
        var name = node.get(tag);
        if (name == null) {
            throw InvalidParamsException.missing(tag);
        }
        if (!name.isTextual()) {
            throw name.isIntegralNumber()
                    ? Unexpected.value(
                            name, "variant index 0 <= i < " + shape.variants().size())
                    : Unexpected.type(name, "variant identifier");
        }
        var variant = shape.variants().get(name.textValue());
        if (variant != null) {
            return decode(node, variant);
        }
        if (shape.unknown() != null && Shapes.of(shape.unknown()) instanceof RecordShape unknown) {
            return unknown.make(new Object[] {name.textValue(), node});
        }
        throw unknownVariant(name.textValue(), shape.variants().keySet());
    }

    private static Object wrapped(JsonNode node, UnionShape shape) {
        var name = variantName(node);
        var variant = shape.variants().get(name);
        if (variant == null) {
            throw unknownVariant(name, shape.variants().keySet());
        }
        if (!(Shapes.of(variant) instanceof RecordShape content)) {
            throw new IllegalStateException(variant + " is not a record");
        }
        if (content.components().isEmpty()) {
            return content.make(new Object[0]);
        }
        var kind = content.transparent() ? "newtype variant" : "struct variant";
        if (node.isTextual()) {
            throw new InvalidParamsException("invalid type: unit variant, expected " + kind);
        }
        return record(node.properties().iterator().next().getValue(), content, kind);
    }

    private static Object constant(JsonNode node, EnumShape shape) {
        var name = variantName(node);
        var constant = shape.constants().get(name);
        if (constant == null) {
            throw unknownVariant(name, shape.constants().keySet());
        }
        return constant;
    }

    /** The name of a variant: a text, or the single key of an object. */
    private static String variantName(JsonNode node) {
        if (node.isTextual()) {
            return node.textValue();
        }
        if (!node.isObject()) {
            throw Unexpected.type(node, "string or map");
        }
        if (node.size() != 1) {
            throw Unexpected.value(node, "map with a single key");
        }
        return node.fieldNames().next();
    }

    private static InvalidParamsException unknownVariant(String name, Collection<String> known) {
        return new InvalidParamsException(Unexpected.variant(name, known));
    }
}
