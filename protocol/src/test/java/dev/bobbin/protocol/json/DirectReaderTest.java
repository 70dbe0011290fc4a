package dev.bobbin.protocol.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.bobbin.protocol.v2.item.FileUpdateChange;
import dev.bobbin.protocol.v2.item.ThreadItem;
import dev.bobbin.protocol.v2.item.UserInput;
import dev.bobbin.protocol.v2.thread.Thread;
import dev.bobbin.protocol.v2.turn.Turn;
import java.lang.reflect.RecordComponent;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DirectReaderTest {
    @ParameterizedTest
    @ValueSource(
            classes = {
                Turn.class,
                ThreadItem.UserMessage.class,
                UserInput.Text.class,
                ThreadItem.AgentMessage.class,
                ThreadItem.Reasoning.class,
                ThreadItem.CommandExecution.class,
                ThreadItem.FileChange.class,
                FileUpdateChange.class,
                Thread.class
            })
    void readsEachComponentInItsPlace(Class<?> type) throws Exception {
        var reader = Objects.requireNonNull(DirectReader.of(type));
        var components = type.getRecordComponents();
        var record = distinct(type, components);
        for (var i = 0; i < components.length; i++) {
            assertThat(reader.read(record, i))
                    .as(components[i].getName())
                    .isEqualTo(components[i].getAccessor().invoke(record));
        }
        assertThatThrownBy(() -> reader.read(record, components.length)).isInstanceOf(IndexOutOfBoundsException.class);
    }

    /** A record whose components differ from each other; null for those of types that occur only once. */
    private static Object distinct(Class<?> type, RecordComponent[] components) throws Exception {
        var values = new Object[components.length];
        var types = new Class<?>[components.length];
        for (var i = 0; i < components.length; i++) {
            types[i] = components[i].getType();
            if (types[i] == String.class) {
                values[i] = "text " + i;
            } else if (types[i] == List.class) {
                values[i] = List.of("element " + i);
            } else if (types[i] == long.class || types[i] == Long.class) {
                values[i] = (long) i;
            } else if (types[i] == boolean.class) {
                values[i] = true;
            } else if (types[i] == Integer.class) {
                values[i] = i;
            } else if (types[i].isEnum()) {
                values[i] = types[i].getEnumConstants()[0];
            }
        }
        return type.getDeclaredConstructor(types).newInstance(values);
    }
}
