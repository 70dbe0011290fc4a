package dev.bobbin.protocol.wire;

import org.jspecify.annotations.Nullable;

/**
 * A change to one optional setting: JSON absent, null, or a value.
 *
 * <p>A component of this type whose patch is {@link Keep} is left out when it is written.
 *
 * @param <T> the setting's type
 */
public sealed interface Patch<T> {
    /** Leaves the setting as it is. */
    record Keep<T>() implements Patch<T> {
        @Override
        public @Nullable T applyTo(@Nullable T current) {
            return current;
        }
    }

    /** Removes the setting. */
    record Clear<T>() implements Patch<T> {
        @Override
        public @Nullable T applyTo(@Nullable T current) {
            return null;
        }
    }

    /** Replaces the setting. */
    record Set<T>(T value) implements Patch<T> {
        @Override
        public T applyTo(@Nullable T current) {
            return value;
        }
    }

    /** The patch that leaves a setting as it is. */
    static <T> Patch<T> keep() {
        return new Keep<>();
    }

    /** The patch that removes a setting. */
    static <T> Patch<T> clear() {
        return new Clear<>();
    }

    /** The patch that sets a value. */
    static <T> Patch<T> set(T value) {
        return new Set<>(value);
    }

    /** The setting after this patch, where it was {@code current} before. */
    @Nullable
    T applyTo(@Nullable T current);
}
