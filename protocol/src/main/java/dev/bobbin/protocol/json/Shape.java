package dev.bobbin.protocol.json;

import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What the codec knows about a class: how its values look in JSON. Immutable. */
sealed interface Shape {
    /** What the absence of a component's key means. */
    enum Presence {
        REQUIRED,
        /** Absent and null are the same; written as null. */
        NULLABLE,
        /** Absent and null are the same; left out when written. */
        OMITTED,
        /** Absent means a fixed value; null is refused. */
        DEFAULTED
    }

    /**
     * A component of a record.
     *
     * @param name its key
     * @param quotedName the key with quotes and colon, ready to be written
     * @param whenAbsent the value of an absent component; null unless it is defaulted or a patch
     */
    record Component(
            String name,
            byte[] quotedName,
            WireType type,
            Presence presence,
            @Nullable Object whenAbsent,
            boolean experimental,
            Accessor accessor) {
        static Component of(
                String name,
                WireType type,
                Presence presence,
                @Nullable Object whenAbsent,
                boolean experimental,
                Method accessor) {
            return new Component(
                    name,
                    JsonWriter.quotedName(name),
                    type,
                    presence,
                    whenAbsent,
                    experimental,
                    new Accessor(accessor));
        }
    }

    /**
     * A record, written as an object with its components as members.
     *
     * @param transparent whether the single component is written in place of the object
     * @param direct reads the components where that is worth while; null if only their accessors do
     */
    record RecordShape(
            Class<?> type,
            Constructor<?> constructor,
            List<Component> components,
            boolean transparent,
            Map<String, Integer> positions,
            @Nullable DirectReader direct)
            implements Shape {
        static RecordShape of(
                Class<?> type, Constructor<?> constructor, List<Component> components, boolean transparent) {
            var positions = HashMap.<String, Integer>newHashMap(components.size());
            for (var i = 0; i < components.size(); i++) {
                positions.put(components.get(i).name(), i);
            }
            return new RecordShape(type, constructor, components, transparent, positions, DirectReader.of(type));
        }

        /** The component at an index of a record of this type. */
        @Nullable
        Object read(Object record, int index) {
            return direct == null ? components.get(index).accessor().get(record) : direct.read(record, index);
        }

        Object make(@Nullable Object[] values) {
            try {
                return constructor.newInstance(values);
            } catch (InvocationTargetException e) {
                if (e.getCause() instanceof RuntimeException refused) {
                    throw refused;
                }
                throw new IllegalStateException("cannot make " + type, e);
            } catch (ReflectiveOperationException e) {
                throw new IllegalStateException("cannot make " + type, e);
            }
        }
    }

    /**
     * A sealed interface, whose values tell by a tag which record they are.
     *
     * @param tag the key of the tag; null when the variant's name wraps its content instead
     * @param variants the records by wire name, in the order of error messages
     * @param names the wire names of the records
     * @param unknown the record for tags that are not listed; null when those are refused
     */
    record UnionShape(
            Class<?> type,
            @Nullable String tag,
            Map<String, Class<?>> variants,
            Map<Class<?>, String> names,
            @Nullable Class<?> unknown)
            implements Shape {}

    /** An enum of texts. */
    record EnumShape(Map<String, Object> constants) implements Shape {}
}
