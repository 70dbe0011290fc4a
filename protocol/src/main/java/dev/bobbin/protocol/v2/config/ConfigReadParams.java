package dev.bobbin.protocol.v2.config;

import dev.bobbin.protocol.wire.Defaulted;
import org.jspecify.annotations.Nullable;

/** Parameters of {@code config/read}. */
public record ConfigReadParams(
        @Defaulted boolean includeLayers, @Nullable String cwd) {}
