package dev.bobbin.protocol.v2.mcp;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A resource that a tool server offers. */
public record Resource(
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable JsonNode annotations,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String description,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String mimeType,
        String name,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Long size,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String title,
        String uri,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable List<JsonNode> icons,

        @JsonProperty("_meta") @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable
        JsonNode meta) {}
