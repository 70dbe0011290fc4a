package dev.bobbin.protocol.json;

import dev.bobbin.protocol.json.Shape.Component;
import dev.bobbin.protocol.json.Shape.Presence;
import dev.bobbin.protocol.json.Shape.RecordShape;
import dev.bobbin.protocol.json.shapes.AccountShapes;
import dev.bobbin.protocol.json.shapes.ApprovalShapes;
import dev.bobbin.protocol.json.shapes.CommandShapes;
import dev.bobbin.protocol.json.shapes.ConfigShapes;
import dev.bobbin.protocol.json.shapes.EnvironmentShapes;
import dev.bobbin.protocol.json.shapes.FeatureShapes;
import dev.bobbin.protocol.json.shapes.FeedbackShapes;
import dev.bobbin.protocol.json.shapes.FsShapes;
import dev.bobbin.protocol.json.shapes.HandshakeShapes;
import dev.bobbin.protocol.json.shapes.HookShapes;
import dev.bobbin.protocol.json.shapes.ItemShapes;
import dev.bobbin.protocol.json.shapes.McpShapes;
import dev.bobbin.protocol.json.shapes.MemoryShapes;
import dev.bobbin.protocol.json.shapes.MockShapes;
import dev.bobbin.protocol.json.shapes.ModelShapes;
import dev.bobbin.protocol.json.shapes.NoticeShapes;
import dev.bobbin.protocol.json.shapes.PluginShapes;
import dev.bobbin.protocol.json.shapes.ProcessShapes;
import dev.bobbin.protocol.json.shapes.RealtimeShapes;
import dev.bobbin.protocol.json.shapes.RemoteShapes;
import dev.bobbin.protocol.json.shapes.ReviewShapes;
import dev.bobbin.protocol.json.shapes.SearchShapes;
import dev.bobbin.protocol.json.shapes.SkillsShapes;
import dev.bobbin.protocol.json.shapes.ThreadShapes;
import dev.bobbin.protocol.json.shapes.TurnShapes;
import dev.bobbin.protocol.json.shapes.V1Shapes;
import dev.bobbin.protocol.json.shapes.WindowsShapes;
import dev.bobbin.protocol.wire.Patch;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Looks shapes up in the lists of {@code json.shapes}, of which there is one per package of records.
 *
 * <p>Each line is a class and its shape:
 *
 * <pre>
 * ThreadReadParams threadId:S includeTurns=:B      a record: key, flags, type
 * ThreadItem =type userMessage:UserMessage …       a union: tag (empty if wrapped), wire name and record
 * </pre>
 *
 * A component whose key differs from its name is listed as {@code name>key}. Flags: {@code ?} nullable, {@code -} nullable and left out, {@code =text} defaulted, {@code !} experimental, {@code @} the
 * record is transparent. Types: the codes of {@link WireType.Simple}, the names of {@link WireType.Int}, <code>[</code> list,
 * <code>{</code> map, <code>&#123;?</code> map with nulls, {@code ~} patch, {@code L} a class below {@code dev.bobbin.protocol.}.
 */
final class ShapeList {
    static final String ROOT = "dev.bobbin.protocol.";

    private static final Map<String, Map<String, String>> LINES = new ConcurrentHashMap<>();

    private ShapeList() {}

    /** The listed shape, or null if the class is not listed or has other components than the list says. */
    static @Nullable Shape find(Class<?> type) {
        if (!type.getName().startsWith(ROOT)) {
            return null;
        }
        var packageName = type.getPackageName();
        var lines = LINES.get(packageName);
        if (lines == null) {
            lines = split(list(packageName));
            LINES.put(packageName, lines);
        }
        var spec = lines.get(type.getName().substring(packageName.length() + 1));
        if (spec == null) {
            return null;
        }
        return type.isRecord() ? record(type, spec) : union(type, spec);
    }

    private static Map<String, String> split(String list) {
        var lines = new HashMap<String, String>();
        for (var at = 0; at < list.length(); ) {
            var end = list.indexOf('\n', at);
            var space = list.indexOf(' ', at);
            if (space < 0 || space > end) {
                lines.put(list.substring(at, end), "");
            } else {
                lines.put(list.substring(at, space), list.substring(space + 1, end));
            }
            at = end + 1;
        }
        return lines;
    }

    private static String list(String packageName) {
        return switch (packageName.substring(ROOT.length())) {
            case "v2.account" -> AccountShapes.list();
            case "v2.approval" -> ApprovalShapes.list();
            case "v2.command" -> CommandShapes.list();
            case "v2.config" -> ConfigShapes.list();
            case "v2.environment" -> EnvironmentShapes.list();
            case "v2.feature" -> FeatureShapes.list();
            case "v2.feedback" -> FeedbackShapes.list();
            case "v2.fs" -> FsShapes.list();
            case "v2.handshake" -> HandshakeShapes.list();
            case "v2.hook" -> HookShapes.list();
            case "v2.item" -> ItemShapes.list();
            case "v2.mcp" -> McpShapes.list();
            case "v2.memory" -> MemoryShapes.list();
            case "v2.mock" -> MockShapes.list();
            case "v2.model" -> ModelShapes.list();
            case "v2.notice" -> NoticeShapes.list();
            case "v2.plugin" -> PluginShapes.list();
            case "v2.process" -> ProcessShapes.list();
            case "v2.realtime" -> RealtimeShapes.list();
            case "v2.remote" -> RemoteShapes.list();
            case "v2.review" -> ReviewShapes.list();
            case "v2.search" -> SearchShapes.list();
            case "v2.skills" -> SkillsShapes.list();
            case "v2.thread" -> ThreadShapes.list();
            case "v2.turn" -> TurnShapes.list();
            case "v2.windows" -> WindowsShapes.list();
            case "v1" -> V1Shapes.list();
            default -> "";
        };
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
            if (!part.isFor(component.getName())) {
                return null;
            }
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
        private String name = "";
        private boolean transparent;

        Part(String spec, int at, int end) {
            this.spec = spec;
            this.at = at;
            this.end = end;
        }

        /** Reads the names; false if the list speaks of another component. */
        boolean isFor(String javaName) {
            name = word("?-=!@:>");
            var same = name.equals(javaName);
            if (spec.charAt(at) == '>') {
                at++;
                name = word("?-=!@:");
            }
            return same;
        }

        Component component(Class<?> javaType, java.lang.reflect.Method accessor) {
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
            return Component.of(name, type, presence, whenAbsent, experimental, accessor);
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
