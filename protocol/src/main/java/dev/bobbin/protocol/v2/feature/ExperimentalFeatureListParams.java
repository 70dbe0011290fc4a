package dev.bobbin.protocol.v2.feature;

import dev.bobbin.protocol.wire.WireInt;
import org.jspecify.annotations.Nullable;

/** Parameters of {@code experimentalFeature/list}. */
public record ExperimentalFeatureListParams(
        @Nullable String cursor,
        @WireInt("u32") @Nullable Long limit,
        @Nullable String threadId) {}
