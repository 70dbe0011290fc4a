package dev.bobbin.protocol.json;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.bobbin.protocol.json.Shape.Component;
import dev.bobbin.protocol.json.Shape.EnumShape;
import dev.bobbin.protocol.json.Shape.Presence;
import dev.bobbin.protocol.json.Shape.RecordShape;
import dev.bobbin.protocol.json.Shape.UnionShape;
import dev.bobbin.protocol.jsonrpc.RequestId;
import dev.bobbin.protocol.wire.Patch;
import java.io.IOException;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Every record of the protocol survives the wire, with everything given and with nothing optional given. */
class RoundTripTest {
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    @Test
    void fullRecordsComeBackEqual() throws IOException {
        for (var type : WireClasses.records()) {
            if (!isUnknown(type)) {
                assertComesBack(type, sample(type, 0, true));
            }
        }
    }

    @Test
    void sparseRecordsComeBackEqual() throws IOException {
        for (var type : WireClasses.records()) {
            if (!isUnknown(type)) {
                assertComesBack(type, sample(type, 0, false));
            }
        }
    }

    @Test
    void unknownMembersAreIgnored() throws IOException {
        for (var type : WireClasses.records()) {
            if (!isUnknown(type) && asUnion(type) == type && !((RecordShape) Shapes.of(type)).transparent()) {
                var value = sample(type, 0, true);
                var tree = (ObjectNode) WireJson.toTree(value);
                tree.put("addedByANewerClient", true);
                assertThat((Object) WireJson.decode(tree, type)).isEqualTo(value);
            }
        }
    }

    @Test
    void absentOptionalComponentsEqualNullOnes() throws IOException {
        for (var type : WireClasses.records()) {
            if (!isUnknown(type) && asUnion(type) == type && Shapes.of(type) instanceof RecordShape shape) {
                var value = sample(type, 0, false);
                if (WireJson.toTree(value) instanceof ObjectNode tree) {
                    for (var component : shape.components()) {
                        if (component.presence() == Presence.NULLABLE) {
                            tree.remove(component.name());
                        }
                    }
                    assertThat((Object) WireJson.decode(tree, type)).isEqualTo(value);
                }
            }
        }
    }

    @Test
    void nullIsWrittenUnlessTheComponentSaysOtherwise() throws IOException {
        for (var type : WireClasses.records()) {
            if (!isUnknown(type) && asUnion(type) == type && Shapes.of(type) instanceof RecordShape shape) {
                var tree = WireJson.toTree(sample(type, 0, false));
                for (var component : shape.components()) {
                    var name = component.name();
                    if (!shape.transparent()) {
                        assertThat(tree.has(name))
                                .as(type + " " + name)
                                .isEqualTo(component.presence() != Presence.OMITTED);
                    }
                }
            }
        }
    }

    @Test
    void unionsListEveryVariantTheyPermit() throws IOException {
        for (var union : WireClasses.unions()) {
            var permitted = new HashSet<>(Arrays.asList(union.getPermittedSubclasses()));
            permitted.removeIf(RoundTripTest::isUnknown);
            var listed = union.getAnnotation(JsonSubTypes.class);
            assertThat(listed).as(union.getName()).isNotNull();
            assertThat(listed.value())
                    .extracting(JsonSubTypes.Type::value)
                    .containsExactlyInAnyOrderElementsOf(List.copyOf(permitted));
        }
    }

    private static boolean isUnknown(Class<?> type) {
        return type.getSimpleName().equals("Unknown") && type.getName().contains("ThreadItem");
    }

    private static Class<?> asUnion(Class<?> type) {
        var outer = type.getDeclaringClass();
        return outer != null && outer.isSealed() ? outer : type;
    }

    private static void assertComesBack(Class<?> type, Object value) throws IOException {
        var bytes = WireJson.encode(value);
        var back = WireJson.decode(WireJson.readTree(bytes), asUnion(type));
        assertThat((Object) back).as(type.getName()).isEqualTo(value);
        var byMapper = WireJson.mapper().readValue(WireJson.mapper().writeValueAsBytes(value), asUnion(type));
        assertThat((Object) byMapper).as(type.getName()).isEqualTo(value);
    }

    private static Object sample(Class<?> type, int depth, boolean full) {
        return switch (Shapes.of(type)) {
            case RecordShape shape -> {
                var values = new @Nullable Object[shape.components().size()];
                for (var i = 0; i < values.length; i++) {
                    values[i] = sample(shape.components().get(i), depth, full);
                }
                yield shape.make(values);
            }
            case EnumShape shape -> shape.constants().values().iterator().next();
            case UnionShape shape -> sample(smallest(shape), depth + 1, full);
        };
    }

    /** The smallest variant, so that unions within themselves come to an end. */
    private static Class<?> smallest(UnionShape shape) {
        return Collections.min(
                shape.variants().values(), Comparator.comparingInt(variant -> variant.getRecordComponents().length));
    }

    private static @Nullable Object sample(Component component, int depth, boolean full) {
        if (component.presence() == Presence.OMITTED && component.whenAbsent() != null && !full) {
            return component.whenAbsent();
        }
        var optional = component.presence() == Presence.NULLABLE || component.presence() == Presence.OMITTED;
        return optional && (!full || depth > 3) && component.whenAbsent() == null
                ? null
                : sample(component.type(), depth, full);
    }

    private static Object sample(WireType type, int depth, boolean full) {
        return switch (type) {
            case WireType.Simple simple -> sample(simple);
            case WireType.Int kind -> kind.box(7);
            case WireType.ListOf list ->
                full && depth < 4 ? List.of(sample(list.element(), depth + 1, true)) : List.of();
            case WireType.MapOf map ->
                full && depth < 4 ? Map.of("k\n", sample(map.value(), depth + 1, true)) : Map.of();
            case WireType.PatchOf patch -> Patch.set(sample(patch.value(), depth, full));
            case WireType.Named named -> sample(named.type(), depth + 1, full && depth < 4);
        };
    }

    private static Object sample(WireType.Simple type) {
        return switch (type) {
            case TEXT -> "text \u00e9 \"\n";
            case ABSOLUTE_PATH -> "/a/b";
            case FLAG -> true;
            case REAL -> 1.5;
            case TREE -> tree();
            case REQUEST_ID -> RequestId.of(-3);
            case TEXTS -> List.of("a", "b");
        };
    }

    private static JsonNode tree() {
        var tree = NODES.objectNode();
        tree.putArray("list").add(1).add(2.5).addNull().add("x").add(true);
        return tree;
    }
}
