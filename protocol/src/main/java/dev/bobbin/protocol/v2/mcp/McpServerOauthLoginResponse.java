package dev.bobbin.protocol.v2.mcp;

/** Answer to {@code mcpServer/oauth/login}. */
public record McpServerOauthLoginResponse(String authorizationUrl) {}
