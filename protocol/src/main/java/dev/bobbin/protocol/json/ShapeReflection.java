package dev.bobbin.protocol.json;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.annotation.JsonValue;
import com.fasterxml.jackson.databind.JsonNode;
import dev.bobbin.protocol.json.Shape.Component;
import dev.bobbin.protocol.json.Shape.Presence;
import dev.bobbin.protocol.json.Shape.RecordShape;
import dev.bobbin.protocol.json.Shape.UnionShape;
import dev.bobbin.protocol.jsonrpc.RequestId;
import dev.bobbin.protocol.wire.AbsolutePath;
import dev.bobbin.protocol.wire.Defaulted;
import dev.bobbin.protocol.wire.Experimental;
import dev.bobbin.protocol.wire.OneOrMany;
import dev.bobbin.protocol.wire.Patch;
import dev.bobbin.protocol.wire.WireInt;
import java.lang.reflect.AnnotatedParameterizedType;
import java.lang.reflect.AnnotatedType;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Reads shapes from the classes themselves and their annotations.
 *
 * <p>Jackson's annotations do not apply to record components, so they are found on the accessors.
 */
final class ShapeReflection {
    private ShapeReflection() {}

    static Shape read(Class<?> type) {
        if (type.isRecord()) {
            return record(type);
        }
        if (type.isSealed()) {
            return union(type);
        }
        throw new IllegalArgumentException(type + " is neither a record nor a sealed interface");
    }

    private static RecordShape record(Class<?> type) {
        var recordComponents = type.getRecordComponents();
        var components = new ArrayList<Component>(recordComponents.length);
        var transparent = false;
        for (var component : recordComponents) {
            components.add(component(component));
            transparent |= component.getAccessor().isAnnotationPresent(JsonValue.class);
        }
        return RecordShape.of(type, constructor(type, recordComponents), components, transparent);
    }

    static java.lang.reflect.Constructor<?> constructor(Class<?> type, RecordComponent[] components) {
        var parameters = new Class<?>[components.length];
        for (var i = 0; i < components.length; i++) {
            parameters[i] = components[i].getType();
        }
        try {
            return type.getDeclaredConstructor(parameters);
        } catch (NoSuchMethodException e) {
            throw new IllegalStateException(type + " has no canonical constructor", e);
        }
    }

    private static Component component(RecordComponent component) {
        var renamed = component.getAccessor().getAnnotation(JsonProperty.class);
        var name = renamed != null ? renamed.value() : component.getName();
        var wireType = type(component, component.getGenericType(), component.getAnnotatedType());
        var presence = presence(component);
        return Component.of(
                name,
                wireType,
                presence,
                whenAbsent(component, wireType, presence),
                component.isAnnotationPresent(Experimental.class),
                component.getAccessor());
    }

    private static Presence presence(RecordComponent component) {
        if (component.isAnnotationPresent(Defaulted.class)) {
            return Presence.DEFAULTED;
        }
        if (component.getType() == Patch.class) {
            return Presence.OMITTED;
        }
        if (!isNullable(component.getAnnotatedType())) {
            return Presence.REQUIRED;
        }
        var include = component.getAccessor().getAnnotation(JsonInclude.class);
        return include != null ? Presence.OMITTED : Presence.NULLABLE;
    }

    private static boolean isNullable(AnnotatedType type) {
        return type.isAnnotationPresent(Nullable.class);
    }

    private static @Nullable Object whenAbsent(RecordComponent component, WireType type, Presence presence) {
        if (presence != Presence.DEFAULTED) {
            return type instanceof WireType.PatchOf ? Patch.keep() : null;
        }
        var defaulted = component.getAnnotation(Defaulted.class);
        return defaultValue(component.getType(), defaulted == null ? "" : defaulted.value());
    }

    /** The value of an absent component of this Java type, where {@code text} is what its annotation says. */
    static Object defaultValue(Class<?> type, String text) {
        if (type == boolean.class) {
            return text.equals("true");
        }
        if (type == List.class) {
            return List.of();
        }
        if (type == Map.class) {
            return Map.of();
        }
        if (type == int.class) {
            return 0;
        }
        if (type == long.class) {
            return 0L;
        }
        var constant = Shapes.of(type) instanceof Shape.EnumShape shape
                ? shape.constants().get(text)
                : null;
        if (constant == null) {
            throw new IllegalStateException("no default \"" + text + "\" for " + type);
        }
        return constant;
    }

    private static WireType type(RecordComponent component, Type type, AnnotatedType annotated) {
        if (type instanceof ParameterizedType generic) {
            return parameterized(component, generic, annotated);
        }
        var width = component.getAnnotation(WireInt.class);
        if (width != null) {
            return WireType.Int.named(width.value());
        }
        if (type == String.class) {
            return component.isAnnotationPresent(AbsolutePath.class)
                    ? WireType.Simple.ABSOLUTE_PATH
                    : WireType.Simple.TEXT;
        }
        return plain((Class<?>) type);
    }

    private static WireType plain(Class<?> type) {
        if (type == boolean.class || type == Boolean.class) {
            return WireType.Simple.FLAG;
        }
        if (type == long.class || type == Long.class) {
            return WireType.Int.I64;
        }
        if (type == int.class || type == Integer.class) {
            return WireType.Int.I32;
        }
        if (type == double.class || type == Double.class) {
            return WireType.Simple.REAL;
        }
        if (JsonNode.class.isAssignableFrom(type)) {
            return WireType.Simple.TREE;
        }
        return type == RequestId.class ? WireType.Simple.REQUEST_ID : new WireType.Named(type);
    }

    private static WireType parameterized(RecordComponent component, ParameterizedType type, AnnotatedType annotated) {
        if (component.isAnnotationPresent(OneOrMany.class)) {
            return WireType.Simple.TEXTS;
        }
        var arguments = type.getActualTypeArguments();
        var last = arguments.length - 1;
        var lastAnnotated = ((AnnotatedParameterizedType) annotated).getAnnotatedActualTypeArguments()[last];
        var inner = type(component, arguments[last], lastAnnotated);
        if (type.getRawType() == List.class) {
            return new WireType.ListOf(inner);
        }
        if (type.getRawType() == Map.class) {
            return new WireType.MapOf(inner, isNullable(lastAnnotated));
        }
        if (type.getRawType() == Patch.class) {
            return new WireType.PatchOf(inner);
        }
        throw new IllegalArgumentException("no wire form for " + type);
    }

    private static UnionShape union(Class<?> type) {
        var info = type.getAnnotation(JsonTypeInfo.class);
        var listed = type.getAnnotation(JsonSubTypes.class);
        if (info == null || listed == null) {
            throw new IllegalArgumentException(type + " does not say how its variants are told apart");
        }
        var variants = new LinkedHashMap<String, Class<?>>();
        for (var variant : listed.value()) {
            variants.put(variant.name(), variant.value());
        }
        Class<?> unknown = null;
        for (var permitted : type.getPermittedSubclasses()) {
            if (permitted.getSimpleName().equals("Unknown") && !variants.containsValue(permitted)) {
                unknown = permitted;
            }
        }
        var wrapped = info.include() == JsonTypeInfo.As.WRAPPER_OBJECT;
        return unionShape(type, wrapped ? null : info.property(), variants, unknown);
    }

    static UnionShape unionShape(
            Class<?> type, @Nullable String tag, Map<String, Class<?>> variants, @Nullable Class<?> unknown) {
        var names = HashMap.<Class<?>, String>newHashMap(variants.size());
        variants.forEach((name, variant) -> names.put(variant, name));
        return new UnionShape(type, tag, variants, names, unknown);
    }
}
