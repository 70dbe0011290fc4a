package dev.bobbin.protocol.v2.config;

import com.fasterxml.jackson.databind.JsonNode;
import org.jspecify.annotations.Nullable;

/** Parameters of {@code config/value/write}. */
public record ConfigValueWriteParams(
        String keyPath,
        JsonNode value,
        MergeStrategy mergeStrategy,
        @Nullable String filePath,
        @Nullable String expectedVersion) {}
