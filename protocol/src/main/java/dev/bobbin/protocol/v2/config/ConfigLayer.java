package dev.bobbin.protocol.v2.config;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.JsonNode;
import org.jspecify.annotations.Nullable;

/** One source of configuration and what it says. */
public record ConfigLayer(
        ConfigLayerSource name,
        String version,
        JsonNode config,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String disabledReason) {}
