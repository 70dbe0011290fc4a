package dev.bobbin.protocol.json.shapes;

/** Written by {@code ShapeListTest}. */
public final class FeatureShapes {
    private FeatureShapes() {}

    /** One line per record and union. */
    public static String list() {
        return """
                ExperimentalFeature name:S stage:Lv2.feature.ExperimentalFeatureStage displayName?:S description?:S announcement?:S enabled:B defaultEnabled:B
                ExperimentalFeatureEnablementSetParams enablement:{B
                ExperimentalFeatureEnablementSetResponse enablement:{B
                ExperimentalFeatureListParams cursor?:S limit?:u32 threadId?:S
                ExperimentalFeatureListResponse data:[Lv2.feature.ExperimentalFeature nextCursor?:S
                """;
    }
}
