package dev.bobbin.protocol.v2.thread;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.JsonNode;
import dev.bobbin.protocol.wire.Defaulted;
import org.jspecify.annotations.Nullable;

/** A tool that the client offers to the model and runs itself. */
public record DynamicToolSpec(
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String namespace,
        String name,
        String description,
        JsonNode inputSchema,
        @Defaulted boolean deferLoading) {}
