package dev.bobbin.protocol.v2.mcp;

import org.jspecify.annotations.Nullable;

/** Announced as {@code mcpServer/startupStatus/updated}. */
public record McpServerStatusUpdatedNotification(
        String name, McpServerStartupState status, @Nullable String error) {}
