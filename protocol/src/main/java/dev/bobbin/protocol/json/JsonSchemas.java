package dev.bobbin.protocol.json;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.LongNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.bobbin.protocol.json.Shape.Component;
import dev.bobbin.protocol.json.Shape.EnumShape;
import dev.bobbin.protocol.json.Shape.Presence;
import dev.bobbin.protocol.json.Shape.RecordShape;
import dev.bobbin.protocol.json.Shape.UnionShape;
import dev.bobbin.protocol.wire.WireEnum;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * JSON Schemas, draft 7, of payload classes, read from the same shapes that the codec works by, so that they cannot say
 * anything else than what goes over the wire. Classes are referred to by their simple names. Not safe for use from many
 * threads.
 */
public final class JsonSchemas {
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
    private static final String PATH = "AbsolutePathBuf";
    private static final String ID = "RequestId";

    private final String refPrefix;
    private final boolean experimental;
    private final Map<String, ObjectNode> definitions = new TreeMap<>();
    private final Set<Class<?>> met = new LinkedHashSet<>();

    /**
     * @param refPrefix what stands before a name in a reference, as {@code #/definitions/}
     * @param experimental whether experimental members are shown
     */
    public JsonSchemas(String refPrefix, boolean experimental) {
        this.refPrefix = refPrefix;
        this.experimental = experimental;
    }

    /** A reference to a class, which is defined from now on with all that it refers to. */
    public ObjectNode reference(Class<?> type) {
        if (met.add(type)) {
            definitions.put(type.getSimpleName(), definition(type));
        }
        return ref(type.getSimpleName());
    }

    /** All that has been referred to, by name. */
    public Map<String, ObjectNode> definitions() {
        return definitions;
    }

    private ObjectNode ref(String name) {
        return NODES.objectNode().put("$ref", refPrefix + name);
    }

    private ObjectNode definition(Class<?> type) {
        return switch (Shapes.of(type)) {
            case RecordShape shape
            when shape.transparent() ->
                (ObjectNode) of(shape.components().getFirst().type());
            case RecordShape shape -> object(shape, type.getSimpleName());
            case UnionShape shape -> union(shape);
            case EnumShape shape -> words(shape);
        };
    }

    private static ObjectNode words(EnumShape shape) {
        var schema = NODES.objectNode().put("type", "string");
        var names = schema.putArray("enum");
        new LinkedHashSet<>(shape.constants().values()).forEach(each -> names.add(((WireEnum) each).wireName()));
        return schema;
    }

    private ObjectNode object(RecordShape shape, String title) {
        var schema = NODES.objectNode().put("title", title).put("type", "object");
        addMembers(schema, shape);
        return schema;
    }

    private void addMembers(ObjectNode schema, RecordShape shape) {
        var required = new TreeSet<String>();
        var properties = NODES.objectNode();
        for (var component : shape.components()) {
            if (component.experimental() && !experimental) {
                continue;
            }
            properties.set(component.name(), member(component));
            if (component.presence() == Presence.REQUIRED && !(component.type() instanceof WireType.PatchOf)) {
                required.add(component.name());
            }
        }
        if (!properties.isEmpty()) {
            schema.set("properties", properties);
        }
        if (!required.isEmpty()) {
            required.forEach(schema.putArray("required")::add);
        }
    }

    private JsonNode member(Component component) {
        var type = of(component.type());
        return switch (component.presence()) {
            case REQUIRED -> type;
            case NULLABLE, OMITTED -> nullable(type);
            case DEFAULTED -> {
                var schema = type.has("$ref") ? NODES.objectNode() : type.deepCopy();
                if (type.has("$ref")) {
                    ((ObjectNode) schema).putArray("allOf").add(type);
                }
                var absent = component.whenAbsent();
                if (schema instanceof ObjectNode object && absent != null) {
                    object.set("default", plain(absent));
                }
                yield schema;
            }
        };
    }

    private static JsonNode plain(Object value) {
        return switch (value) {
            case Boolean flag -> BooleanNode.valueOf(flag);
            case String text -> TextNode.valueOf(text);
            case Number number -> LongNode.valueOf(number.longValue());
            case WireEnum word -> TextNode.valueOf(word.wireName());
            case List<?> list -> {
                var array = NODES.arrayNode();
                list.forEach(each -> array.add(plain(each)));
                yield array;
            }
            case Map<?, ?> map -> NODES.objectNode();
            default -> WireJson.toTree(value);
        };
    }

    private static JsonNode nullable(JsonNode type) {
        if (type.path("type").isTextual()) {
            var schema = (ObjectNode) type.deepCopy();
            schema.putArray("type").add(type.path("type")).add("null");
            return schema;
        }
        if (type.path("type").isArray() || type.isBoolean()) {
            return type;
        }
        var schema = NODES.objectNode();
        schema.putArray("anyOf").add(type).add(NODES.objectNode().put("type", "null"));
        return schema;
    }

    private JsonNode of(WireType type) {
        return switch (type) {
            case WireType.Simple simple -> simple(simple);
            case WireType.Int number -> integer(number);
            case WireType.ListOf list -> {
                var schema = NODES.objectNode().put("type", "array");
                schema.set("items", of(list.element()));
                yield schema;
            }
            case WireType.MapOf map -> {
                var schema = NODES.objectNode().put("type", "object");
                var value = of(map.value());
                schema.set("additionalProperties", map.nullValues() ? nullable(value) : value);
                yield schema;
            }
            case WireType.PatchOf patch -> nullable(of(patch.value()));
            case WireType.Named named -> reference(named.type());
        };
    }

    private JsonNode simple(WireType.Simple type) {
        return switch (type) {
            case TEXT -> NODES.objectNode().put("type", "string");
            case FLAG -> NODES.objectNode().put("type", "boolean");
            case REAL -> NODES.objectNode().put("type", "number").put("format", "double");
            case TREE -> BooleanNode.TRUE;
            case ABSOLUTE_PATH -> {
                definitions.putIfAbsent(PATH, NODES.objectNode().put("type", "string"));
                yield ref(PATH);
            }
            case REQUEST_ID -> requestIdReference();
            case TEXTS -> {
                var schema = NODES.objectNode();
                var texts = NODES.objectNode().put("type", "array");
                texts.set("items", NODES.objectNode().put("type", "string"));
                schema.putArray("anyOf")
                        .add(NODES.objectNode().put("type", "string"))
                        .add(texts);
                yield schema;
            }
        };
    }

    /** A reference to the ids of requests: texts or integers. */
    ObjectNode requestIdReference() {
        definitions.putIfAbsent(ID, requestId());
        return ref(ID);
    }

    private static ObjectNode requestId() {
        var schema = NODES.objectNode();
        schema.putArray("anyOf").add(NODES.objectNode().put("type", "string")).add(integer(WireType.Int.I64));
        return schema;
    }

    private static ObjectNode integer(WireType.Int type) {
        var name = type.rustName();
        var unsigned = name.startsWith("u");
        var format = unsigned ? "uint" + name.substring(1).replace("size", "") : name.replace("i", "int");
        var schema = NODES.objectNode().put("type", "integer").put("format", format);
        return unsigned ? schema.put("minimum", 0.0) : schema;
    }

    private ObjectNode union(UnionShape shape) {
        var schema = NODES.objectNode();
        var choices = schema.putArray("oneOf");
        if (shape.tag() != null) {
            shape.variants().forEach((name, type) -> choices.add(tagged(shape.tag(), name, type)));
        } else {
            addWrapped(shape, choices);
        }
        return schema;
    }

    private ObjectNode tagged(String tag, String name, Class<?> type) {
        var schema = NODES.objectNode().put("type", "object");
        if (Shapes.of(type) instanceof RecordShape members) {
            addMembers(schema, members);
        }
        var word = NODES.objectNode().put("type", "string");
        word.putArray("enum").add(name);
        schema.withObjectProperty("properties").set(tag, word);
        schema.withArrayProperty("required").add(tag);
        return schema;
    }

    /** Variants without members are plain words; the others are objects with their name as the only key. */
    private void addWrapped(UnionShape shape, ArrayNode choices) {
        var words = NODES.arrayNode();
        for (var variant : shape.variants().entrySet()) {
            if (!(Shapes.of(variant.getValue()) instanceof RecordShape members)) {
                continue;
            }
            if (members.components().isEmpty()) {
                words.add(variant.getKey());
                continue;
            }
            var wrapper = NODES.objectNode().put("type", "object").put("additionalProperties", false);
            wrapper.putArray("required").add(variant.getKey());
            wrapper.putObject("properties").set(variant.getKey(), content(members));
            choices.add(wrapper);
        }
        if (!words.isEmpty()) {
            var schema = NODES.objectNode().put("type", "string");
            schema.set("enum", words);
            choices.insert(0, schema);
        }
    }

    private JsonNode content(RecordShape members) {
        if (members.transparent()) {
            return of(members.components().getFirst().type());
        }
        var schema = NODES.objectNode().put("type", "object");
        addMembers(schema, members);
        return schema;
    }
}
