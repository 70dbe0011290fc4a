package dev.bobbin.protocol.v2.config;

import org.jspecify.annotations.Nullable;

/** Answer to {@code configRequirements/read}. */
public record ConfigRequirementsReadResponse(@Nullable ConfigRequirements requirements) {}
