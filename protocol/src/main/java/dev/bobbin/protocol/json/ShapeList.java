package dev.bobbin.protocol.json;

import com.fasterxml.jackson.core.io.SerializedString;
import dev.bobbin.protocol.json.Shape.Component;
import dev.bobbin.protocol.json.Shape.Presence;
import dev.bobbin.protocol.json.Shape.RecordShape;
import dev.bobbin.protocol.wire.Patch;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * The lists of shapes that lie beside the classes, one resource {@code shapes} per package.
 *
 * <p>Each line is a class and its shape:
 *
 * <pre>
 * ThreadReadParams threadId:S includeTurns=:B      a record: key, flags, type
 * ThreadItem =type userMessage:UserMessage …       a union: tag (empty if wrapped), wire name and record
 * </pre>
 *
 * Flags: {@code ?} nullable, {@code -} nullable and left out, {@code =text} defaulted, {@code !} experimental, {@code @} the
 * record is transparent. Types: the codes of {@link WireType.Simple}, the names of {@link WireType.Int}, <code>[</code> list,
 * <code>{</code> map, <code>&#123;?</code> map with nulls, {@code ~} patch, {@code L} a class below {@code dev.bobbin.protocol.}.
 */
final class ShapeList {
    static final String ROOT = "dev.bobbin.protocol.";
    static final String RESOURCE = "shapes";

    private static final Map<String, Map<String, String>> LINES = new ConcurrentHashMap<>();

    private ShapeList() {}

    /** The listed shape, or null if the class is not listed or has changed since. */
    static @Nullable Shape find(Class<?> type) {
        if (!type.getName().startsWith(ROOT)) {
            return null;
        }
        var packageName = type.getPackageName();
        var lines = LINES.get(packageName);
        if (lines == null) {
            lines = load(type);
            LINES.put(packageName, lines);
        }
        var spec = lines.get(type.getName().substring(packageName.length() + 1));
        if (spec == null) {
            return null;
        }
        return type.isRecord() ? record(type, spec) : union(type, spec);
    }

    private static Map<String, String> load(Class<?> type) {
        try (var stream = type.getResourceAsStream(RESOURCE)) {
            if (stream == null) {
                return Map.of();
            }
            var text = new String(stream.readAllBytes(), StandardCharsets.UTF_8);
            var lines = new HashMap<String, String>();
            for (var at = 0; at < text.length(); ) {
                var end = text.indexOf('\n', at);
                var space = text.indexOf(' ', at);
                lines.put(text.substring(at, space), text.substring(space + 1, end));
                at = end + 1;
            }
            return lines;
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read the list of shapes beside " + type, e);
        }
    }

    private static @Nullable Shape record(Class<?> type, String spec) {
        var recordComponents = type.getRecordComponents();
        var components = new ArrayList<Component>(recordComponents.length);
        var transparent = false;
        var at = 0;
        for (var component : recordComponents) {
            if (at >= spec.length()) {
                return null;
            }
            var end = spec.indexOf(' ', at);
            var part = new Part(spec, at, end < 0 ? spec.length() : end);
            components.add(part.component(component.getType(), component.getAccessor()));
            transparent |= part.transparent;
            at = part.end + 1;
        }
        if (at < spec.length()) {
            return null;
        }
        var constructor = ShapeReflection.constructor(type, recordComponents);
        return RecordShape.of(type, constructor, components, transparent);
    }

    private static Shape union(Class<?> type, String spec) {
        var end = spec.indexOf(' ');
        var tag = spec.substring(1, end);
        var variants = new LinkedHashMap<String, Class<?>>();
        Class<?> unknown = null;
        while (end < spec.length()) {
            var at = end + 1;
            var colon = spec.indexOf(':', at);
            end = spec.indexOf(' ', at);
            end = end < 0 ? spec.length() : end;
            var variant = named(type.getName() + "$" + spec.substring(colon + 1, end));
            if (colon == at) {
                unknown = variant;
            } else {
                variants.put(spec.substring(at, colon), variant);
            }
        }
        return ShapeReflection.unionShape(type, tag.isEmpty() ? null : tag, variants, unknown);
    }

    private static Class<?> named(String name) {
        try {
            return Class.forName(name, false, ShapeList.class.getClassLoader());
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException("the list of shapes names a class that is gone: " + name, e);
        }
    }

    /** One component's text, read from left to right. */
    private static final class Part {
        private final String spec;
        private final int end;
        private int at;
        private boolean transparent;

        Part(String spec, int at, int end) {
            this.spec = spec;
            this.at = at;
            this.end = end;
        }

        Component component(Class<?> javaType, java.lang.reflect.Method accessor) {
            var name = word("?-=!@:");
            var presence = Presence.REQUIRED;
            var experimental = false;
            var fallback = "";
            for (char flag; (flag = spec.charAt(at++)) != ':'; ) {
                switch (flag) {
                    case '?' -> presence = Presence.NULLABLE;
                    case '-' -> presence = Presence.OMITTED;
                    case '!' -> experimental = true;
                    case '@' -> transparent = true;
                    case '=' -> {
                        presence = Presence.DEFAULTED;
                        fallback = word("!@:");
                    }
                    default -> throw new IllegalStateException("bad flag in " + spec);
                }
            }
            var type = type();
            Object whenAbsent = type instanceof WireType.PatchOf ? Patch.keep() : null;
            if (presence == Presence.DEFAULTED) {
                whenAbsent = ShapeReflection.defaultValue(javaType, fallback);
            }
            return new Component(new SerializedString(name), type, presence, whenAbsent, experimental, accessor);
        }

        private String word(String ends) {
            var from = at;
            while (ends.indexOf(spec.charAt(at)) < 0) {
                at++;
            }
            return spec.substring(from, at);
        }

        private WireType type() {
            return switch (spec.charAt(at++)) {
                case '[' -> new WireType.ListOf(type());
                case '~' -> new WireType.PatchOf(type());
                case '{' -> {
                    var nullValues = spec.charAt(at) == '?';
                    at += nullValues ? 1 : 0;
                    yield new WireType.MapOf(type(), nullValues);
                }
                case 'L' -> new WireType.Named(named(ROOT + spec.substring(at, end)));
                case 'S' -> WireType.Simple.TEXT;
                case 'A' -> WireType.Simple.ABSOLUTE_PATH;
                case 'B' -> WireType.Simple.FLAG;
                case 'D' -> WireType.Simple.REAL;
                case 'J' -> WireType.Simple.TREE;
                case 'N' -> WireType.Simple.REQUEST_ID;
                case 'T' -> WireType.Simple.TEXTS;
                default -> WireType.Int.named(spec.substring(at - 1, end));
            };
        }
    }
}
