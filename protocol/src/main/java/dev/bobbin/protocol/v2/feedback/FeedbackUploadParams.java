package dev.bobbin.protocol.v2.feedback;

import dev.bobbin.protocol.wire.Defaulted;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Parameters of {@code feedback/upload}. */
public record FeedbackUploadParams(
        String classification,
        @Nullable String reason,
        @Nullable String threadId,
        @Defaulted boolean includeLogs,
        @Nullable List<String> extraLogFiles,
        @Nullable Map<String, String> tags) {}
