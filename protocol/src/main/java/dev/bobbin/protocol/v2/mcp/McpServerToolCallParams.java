package dev.bobbin.protocol.v2.mcp;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.JsonNode;
import dev.bobbin.protocol.wire.ThreadScoped;
import org.jspecify.annotations.Nullable;

/** Parameters of {@code mcpServer/tool/call}. */
public record McpServerToolCallParams(
        String threadId,
        String server,
        String tool,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable JsonNode arguments,

        @JsonProperty("_meta") @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable
        JsonNode meta)
        implements ThreadScoped {}
