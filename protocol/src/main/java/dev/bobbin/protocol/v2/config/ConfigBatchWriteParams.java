package dev.bobbin.protocol.v2.config;

import dev.bobbin.protocol.wire.Defaulted;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Parameters of {@code config/batchWrite}. */
public record ConfigBatchWriteParams(
        List<ConfigEdit> edits,
        @Nullable String filePath,
        @Nullable String expectedVersion,
        @Defaulted boolean reloadUserConfig) {}
