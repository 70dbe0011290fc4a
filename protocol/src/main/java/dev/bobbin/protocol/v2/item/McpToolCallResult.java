package dev.bobbin.protocol.v2.item;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a tool server's tool returned. */
public record McpToolCallResult(
        List<JsonNode> content,
        @Nullable JsonNode structuredContent,
        @JsonProperty("_meta") @Nullable JsonNode meta) {}
