package dev.bobbin.protocol.v2.mcp;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.JsonNode;
import org.jspecify.annotations.Nullable;

/** Answer to {@code mcpServer/elicitation/request}. */
public record McpServerElicitationRequestResponse(
        McpServerElicitationAction action,
        @Nullable JsonNode content,
        @JsonProperty("_meta") @Nullable JsonNode meta) {}
