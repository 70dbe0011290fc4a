package dev.bobbin.protocol.v2.mcp;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.JsonNode;
import org.jspecify.annotations.Nullable;

/** The content of a resource: text, or bytes in base64. */
public record ResourceContent(
        String uri,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String mimeType,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String text,

        @JsonProperty("_meta") @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable
        JsonNode meta,

        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String blob) {}
