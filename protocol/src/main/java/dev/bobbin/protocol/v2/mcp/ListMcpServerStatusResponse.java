package dev.bobbin.protocol.v2.mcp;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Answer to {@code mcpServerStatus/list}. */
public record ListMcpServerStatusResponse(
        List<McpServerStatus> data, @Nullable String nextCursor) {}
