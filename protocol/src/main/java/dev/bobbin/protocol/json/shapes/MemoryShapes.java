package dev.bobbin.protocol.json.shapes;

/** Written by {@code ShapeListTest}. */
public final class MemoryShapes {
    private MemoryShapes() {}

    /** One line per record and union. */
    public static String list() {
        return """
                MemoryResetResponse
                """;
    }
}
