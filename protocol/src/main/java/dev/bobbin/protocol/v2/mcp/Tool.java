package dev.bobbin.protocol.v2.mcp;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A tool that a tool server offers. */
public record Tool(
        String name,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String title,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String description,
        JsonNode inputSchema,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable JsonNode outputSchema,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable JsonNode annotations,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable List<JsonNode> icons,

        @JsonProperty("_meta") @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable
        JsonNode meta) {}
