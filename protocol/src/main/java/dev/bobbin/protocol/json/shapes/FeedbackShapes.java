package dev.bobbin.protocol.json.shapes;

/** Written by {@code ShapeListTest}. */
public final class FeedbackShapes {
    private FeedbackShapes() {}

    /** One line per record and union. */
    public static String list() {
        return """
                FeedbackUploadParams classification:S reason?:S threadId?:S includeLogs=:B extraLogFiles?:[S tags?:{S
                FeedbackUploadResponse threadId:S
                """;
    }
}
