package dev.bobbin.protocol.v2.config;

import dev.bobbin.protocol.wire.AbsolutePath;
import org.jspecify.annotations.Nullable;

/** Answer to {@code config/value/write}. */
public record ConfigWriteResponse(
        WriteStatus status,
        String version,
        @AbsolutePath String filePath,
        @Nullable OverriddenMetadata overriddenMetadata) {}
