package dev.bobbin.protocol.v2.mcp;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.JsonNode;
import org.jspecify.annotations.Nullable;

/** A family of resources that a tool server offers. */
public record ResourceTemplate(
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable JsonNode annotations,
        String uriTemplate,
        String name,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String title,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String description,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String mimeType) {}
