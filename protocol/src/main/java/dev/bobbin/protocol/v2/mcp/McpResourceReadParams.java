package dev.bobbin.protocol.v2.mcp;

import org.jspecify.annotations.Nullable;

/** Parameters of {@code mcpServer/resource/read}. */
public record McpResourceReadParams(@Nullable String threadId, String server, String uri) {}
