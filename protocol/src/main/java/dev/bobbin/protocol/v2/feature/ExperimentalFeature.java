package dev.bobbin.protocol.v2.feature;

import org.jspecify.annotations.Nullable;

/** A switchable feature and its present state. */
public record ExperimentalFeature(
        String name,
        ExperimentalFeatureStage stage,
        @Nullable String displayName,
        @Nullable String description,
        @Nullable String announcement,
        boolean enabled,
        boolean defaultEnabled) {}
