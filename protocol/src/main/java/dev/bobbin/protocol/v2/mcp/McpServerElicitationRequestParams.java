package dev.bobbin.protocol.v2.mcp;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.databind.JsonNode;
import org.jspecify.annotations.Nullable;

/** Parameters of {@code mcpServer/elicitation/request}. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "mode")
@JsonSubTypes({
    @JsonSubTypes.Type(value = McpServerElicitationRequestParams.Form.class, name = "form"),
    @JsonSubTypes.Type(value = McpServerElicitationRequestParams.Url.class, name = "url"),
})
public sealed interface McpServerElicitationRequestParams {
    /** The {@code form} form. */
    record Form(
            String threadId,
            @Nullable String turnId,
            String serverName,
            @JsonProperty("_meta") @Nullable JsonNode meta,
            String message,
            JsonNode requestedSchema)
            implements McpServerElicitationRequestParams {}

    /** The {@code url} form. */
    record Url(
            String threadId,
            @Nullable String turnId,
            String serverName,
            @JsonProperty("_meta") @Nullable JsonNode meta,
            String message,
            String url,
            String elicitationId)
            implements McpServerElicitationRequestParams {}
}
