package dev.bobbin.protocol.json;

/** How one value of a component is read and written. */
sealed interface WireType {
    /** Types without parameters. */
    enum Simple implements WireType {
        TEXT("S"),
        ABSOLUTE_PATH("A"),
        FLAG("B"),
        REAL("D"),
        TREE("J"),
        REQUEST_ID("N"),
        /** A list of texts that may also be a single text. */
        TEXTS("T");

        private final String code;

        Simple(String code) {
            this.code = code;
        }

        String code() {
            return code;
        }
    }

    /** Integers; unsigned ones are held in the next larger Java type, or cut off at its largest value. */
    enum Int implements WireType {
        I32("i32", Integer.MIN_VALUE, Integer.MAX_VALUE, true),
        U16("u16", 0, 0xFFFF, true),
        U32("u32", 0, 0xFFFF_FFFFL, false),
        I64("i64", Long.MIN_VALUE, Long.MAX_VALUE, false),
        U64("u64", 0, Long.MAX_VALUE, false),
        USIZE("usize", 0, Long.MAX_VALUE, false);

        private final String rustName;
        private final long min;
        private final long max;
        private final boolean isInt;

        Int(String rustName, long min, long max, boolean isInt) {
            this.rustName = rustName;
            this.min = min;
            this.max = max;
            this.isInt = isInt;
        }

        String rustName() {
            return rustName;
        }

        boolean holds(long value) {
            return value >= min && value <= max;
        }

        /** The boxed value of the component's Java type. */
        Object box(long value) {
            if (isInt) {
                return (int) value;
            }
            return value;
        }

        static Int named(String rustName) {
            for (var kind : values()) {
                if (kind.rustName.equals(rustName)) {
                    return kind;
                }
            }
            throw new IllegalArgumentException("no integer type " + rustName);
        }
    }

    /** A list; never null, elements never null. */
    record ListOf(WireType element) implements WireType {}

    /** An object with free keys, whose order is kept. */
    record MapOf(WireType value, boolean nullValues) implements WireType {}

    /** A tri-state value. */
    record PatchOf(WireType value) implements WireType {}

    /** A record, enum or union, whose shape is looked up when it is first met. */
    record Named(Class<?> type) implements WireType {}
}
