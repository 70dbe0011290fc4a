package dev.bobbin.protocol.json.shapes;

/** Written by {@code ShapeListTest}. */
public final class MockShapes {
    private MockShapes() {}

    /** One line per record and union. */
    public static String list() {
        return """
                MockExperimentalMethodParams value?:S
                MockExperimentalMethodResponse echoed?:S
                """;
    }
}
