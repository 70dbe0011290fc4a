package dev.bobbin.protocol.v2.config;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Answer to {@code config/read}. */
public record ConfigReadResponse(
        JsonNode config,
        Map<String, ConfigLayerMetadata> origins,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable List<ConfigLayer> layers) {}
