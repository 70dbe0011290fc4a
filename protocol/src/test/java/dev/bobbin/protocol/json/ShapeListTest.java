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
        var update = Boolean.getBoolean("shapes.update");
        for (var list : listsByPackage().entrySet()) {
            var path = list.getKey().replace('.', '/') + "/" + ShapeList.RESOURCE;
            if (update) {
                var file = sources().resolve(path);
                Files.createDirectories(file.getParent());
                Files.writeString(file, list.getValue());
            } else {
                assertThat(WireClasses.root().resolve(path))
                        .as("run this test with -Dshapes.update=true after a change to the records")
                        .hasContent(list.getValue());
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
        return WireClasses.root().resolveSibling("../src/main/resources").normalize();
    }

    private static Map<String, String> listsByPackage() throws IOException {
        var lists = new TreeMap<String, String>();
        for (var type : WireClasses.all()) {
            if (type.isRecord() || type.isSealed()) {
                lists.merge(type.getPackageName(), line(type, ShapeReflection.read(type)), String::concat);
            }
        }
        return lists;
    }

    private static String line(Class<?> type, Shape shape) {
        var name = type.getName().substring(type.getPackageName().length() + 1);
        return switch (shape) {
            case RecordShape record -> name + " " + components(record) + "\n";
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
        return component.name().getValue() + flags + (component.experimental() ? "!" : "") + (transparent ? "@" : "")
                + ":" + code(component.type());
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
        var text = new StringBuilder("=")
                .append(shape.tag() == null ? "" : shape.tag().getValue());
        shape.variants()
                .forEach((name, type) ->
                        text.append(' ').append(name).append(':').append(type.getSimpleName()));
        if (shape.unknown() != null) {
            text.append(" :").append(shape.unknown().getSimpleName());
        }
        return text.toString();
    }
}
