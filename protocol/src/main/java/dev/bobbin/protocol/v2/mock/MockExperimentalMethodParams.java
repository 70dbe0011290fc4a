package dev.bobbin.protocol.v2.mock;

import org.jspecify.annotations.Nullable;

/** Parameters of {@code mock/experimentalMethod}. */
public record MockExperimentalMethodParams(@Nullable String value) {}
