package dev.bobbin.protocol.v2.approval;

import com.fasterxml.jackson.databind.JsonNode;
import dev.bobbin.protocol.wire.ThreadScoped;
import org.jspecify.annotations.Nullable;

/** Parameters of {@code item/tool/call}. */
public record DynamicToolCallParams(
        String threadId,
        String turnId,
        String callId,
        @Nullable String namespace,
        String tool,
        JsonNode arguments) implements ThreadScoped {}
