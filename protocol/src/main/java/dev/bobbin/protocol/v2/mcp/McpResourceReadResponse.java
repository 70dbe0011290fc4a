package dev.bobbin.protocol.v2.mcp;

import java.util.List;

/** Answer to {@code mcpServer/resource/read}. */
public record McpResourceReadResponse(List<ResourceContent> contents) {}
