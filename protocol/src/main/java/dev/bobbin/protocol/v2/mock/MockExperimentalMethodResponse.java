package dev.bobbin.protocol.v2.mock;

import org.jspecify.annotations.Nullable;

/** Answer to {@code mock/experimentalMethod}. */
public record MockExperimentalMethodResponse(@Nullable String echoed) {}
