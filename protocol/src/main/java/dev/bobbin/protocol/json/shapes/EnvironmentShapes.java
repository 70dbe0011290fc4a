package dev.bobbin.protocol.json.shapes;

/** Written by {@code ShapeListTest}. */
public final class EnvironmentShapes {
    private EnvironmentShapes() {}

    /** One line per record and union. */
    public static String list() {
        return """
                EnvironmentAddParams environmentId:S execServerUrl:S
                EnvironmentAddResponse
                """;
    }
}
