package dev.bobbin.protocol.json;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import dev.bobbin.protocol.json.Shape.Component;
import dev.bobbin.protocol.json.Shape.RecordShape;
import dev.bobbin.protocol.json.Shape.UnionShape;
import dev.bobbin.protocol.wire.WireEnum;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** The lists of shapes say what the classes say. {@code -Dshapes.update=true} writes them anew. */
class ShapeListTest {
    @Test
    void listsAreUpToDate() throws IOException {
        for (var list : listsByPackage().entrySet()) {
            var file = sources().resolve(list.getKey() + "Shapes.java");
            if (Boolean.getBoolean("shapes.update")) {
                Files.writeString(file, source(list.getKey(), list.getValue()));
            } else {
                assertThat(file)
                        .as("run this test with -Dshapes.update=true after a change to the records")
                        .hasContent(source(list.getKey(), list.getValue()));
            }
        }
    }

    @Test
    void listedShapesEqualThoseReadFromAnnotations() throws IOException {
        for (var type : WireClasses.all()) {
            if (type.isRecord() || type.isSealed()) {
                var listed = requireNonNull(ShapeList.find(type), type.getName());
                assertThat(line(type, listed)).isEqualTo(line(type, ShapeReflection.read(type)));
            }
        }
    }

    private static Path sources() {
        return WireClasses.root()
                .resolveSibling("../src/main/java/dev/bobbin/protocol/json/shapes")
                .normalize();
    }

    private static String source(String name, String lines) {
        return """
                package dev.bobbin.protocol.json.shapes;

                /** Written by {@code ShapeListTest}. */
                public final class %1$sShapes {
                    private %1$sShapes() {}

                    /** One line per record and union. */
                    public static String list() {
                        return \"""
                %2$s                \""";
                    }
                }
                """.formatted(name, lines.indent(16));
    }

    private static Map<String, String> listsByPackage() throws IOException {
        var lists = new TreeMap<String, String>();
        for (var type : WireClasses.all()) {
            if (type.isRecord() || type.isSealed()) {
                lists.merge(listName(type), line(type, ShapeReflection.read(type)), String::concat);
            }
        }
        return lists;
    }

    private static String listName(Class<?> type) {
        var name = type.getPackageName();
        name = name.substring(name.lastIndexOf('.') + 1);
        return Character.toUpperCase(name.charAt(0)) + name.substring(1);
    }

    private static String line(Class<?> type, Shape shape) {
        var name = type.getName().substring(type.getPackageName().length() + 1);
        return switch (shape) {
            case RecordShape record -> (name + " " + components(record)).strip() + "\n";
            case UnionShape union -> name + " " + variants(union) + "\n";
            case Shape.EnumShape constants -> throw new IllegalStateException("enums are not listed");
        };
    }

    private static String components(RecordShape shape) {
        return shape.components().stream()
                .map(component -> component(component, shape.transparent()))
                .collect(Collectors.joining(" "));
    }

    private static String component(Component component, boolean transparent) {
        var flags = switch (component.presence()) {
            case REQUIRED -> "";
            case NULLABLE -> "?";
            case OMITTED -> "-";
            case DEFAULTED -> "=" + defaultText(component.whenAbsent());
        };
        var javaName = component.accessor().name();
        var names = javaName.equals(component.name()) ? javaName : javaName + ">" + component.name();
        return names + flags + (component.experimental() ? "!" : "") + (transparent ? "@" : "") + ":"
                + code(component.type());
    }

    private static String defaultText(@Nullable Object value) {
        if (value instanceof WireEnum constant) {
            return constant.wireName();
        }
        return Boolean.TRUE.equals(value) ? "true" : "";
    }

    private static String code(WireType type) {
        return switch (type) {
            case WireType.Simple simple -> simple.code();
            case WireType.Int kind -> kind.rustName();
            case WireType.ListOf list -> "[" + code(list.element());
            case WireType.MapOf map -> (map.nullValues() ? "{?" : "{") + code(map.value());
            case WireType.PatchOf patch -> "~" + code(patch.value());
            case WireType.Named named -> "L" + named.type().getName().substring(ShapeList.ROOT.length());
        };
    }

    private static String variants(UnionShape shape) {
        var text = new StringBuilder("=").append(shape.tag() == null ? "" : shape.tag());
        shape.variants()
                .forEach((name, type) ->
                        text.append(' ').append(name).append(':').append(type.getSimpleName()));
        if (shape.unknown() != null) {
            text.append(" :").append(shape.unknown().getSimpleName());
        }
        return text.toString();
    }
}
