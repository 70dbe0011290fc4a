package dev.bobbin.protocol.v2.feature;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Answer to {@code experimentalFeature/list}. */
public record ExperimentalFeatureListResponse(
        List<ExperimentalFeature> data, @Nullable String nextCursor) {}
