package dev.bobbin.protocol.v2.mcp;

/** Answer to {@code config/mcpServer/reload}. */
public record McpServerRefreshResponse() {}
