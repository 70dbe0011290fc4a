package dev.bobbin.protocol.json;

import dev.bobbin.protocol.json.Shape.EnumShape;
import dev.bobbin.protocol.wire.WireEnum;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * The shapes of all classes met so far. Safe for use from many threads.
 *
 * <p>A shape comes from a list, because reading annotations takes tens of milliseconds in a fresh process; where the list
 * does not know the class, its annotations are read. A test holds both to be equal and writes the lists.
 */
final class Shapes {
    private static final Map<Class<?>, Shape> KNOWN = new ConcurrentHashMap<>();

    private Shapes() {}

    static Shape of(Class<?> type) {
        var known = KNOWN.get(type);
        if (known != null) {
            return known;
        }
        var made = make(type);
        KNOWN.put(type, made);
        return made;
    }

    /** The shape to write a value by: its union's where it is a variant of one. */
    static Shape ofValue(Object value) {
        var type = value.getClass();
        var union = unionOf(type);
        return of(union != null ? union : type);
    }

    private static @Nullable Class<?> unionOf(Class<?> type) {
        var outer = type.getDeclaringClass();
        return outer != null && outer.isSealed() && outer.isAssignableFrom(type) ? outer : null;
    }

    private static Shape make(Class<?> type) {
        if (type.isEnum()) {
            return enumShape(type);
        }
        var listed = ShapeList.find(type);
        return listed != null ? listed : ShapeReflection.read(type);
    }

    private static EnumShape enumShape(Class<?> type) {
        var constants = new LinkedHashMap<String, Object>();
        for (var constant : type.getEnumConstants()) {
            for (var name : ((WireEnum) constant).acceptedNames()) {
                constants.put(name, constant);
            }
        }
        return new EnumShape(constants);
    }
}
