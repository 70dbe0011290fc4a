package dev.bobbin.protocol.v2.mcp;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Parameters of {@code mcpServer/oauth/login}. */
public record McpServerOauthLoginParams(
        String name,
        @Nullable List<String> scopes,
        @Nullable Long timeoutSecs) {}
