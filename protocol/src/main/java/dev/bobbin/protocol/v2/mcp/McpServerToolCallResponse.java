package dev.bobbin.protocol.v2.mcp;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Answer to {@code mcpServer/tool/call}. */
public record McpServerToolCallResponse(
        List<JsonNode> content,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable JsonNode structuredContent,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Boolean isError,

        @JsonProperty("_meta") @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable
        JsonNode meta) {}
