package dev.bobbin.protocol.v2.mcp;

import dev.bobbin.protocol.wire.WireInt;
import org.jspecify.annotations.Nullable;

/** Parameters of {@code mcpServerStatus/list}. */
public record ListMcpServerStatusParams(
        @Nullable String cursor,
        @WireInt("u32") @Nullable Long limit,
        @Nullable McpServerStatusDetail detail,
        @Nullable String threadId) {}
