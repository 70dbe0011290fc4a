package dev.bobbin.protocol.v2.mcp;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/** Announced as {@code mcpServer/oauthLogin/completed}. */
public record McpServerOauthLoginCompletedNotification(
        String name,
        boolean success,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String error) {}
