package dev.bobbin.protocol.method;

import dev.bobbin.protocol.v2.mcp.ListMcpServerStatusParams;
import dev.bobbin.protocol.v2.mcp.ListMcpServerStatusResponse;
import dev.bobbin.protocol.v2.mcp.McpResourceReadParams;
import dev.bobbin.protocol.v2.mcp.McpResourceReadResponse;
import dev.bobbin.protocol.v2.mcp.McpServerOauthLoginParams;
import dev.bobbin.protocol.v2.mcp.McpServerOauthLoginResponse;
import dev.bobbin.protocol.v2.mcp.McpServerRefreshResponse;
import dev.bobbin.protocol.v2.mcp.McpServerToolCallParams;
import dev.bobbin.protocol.v2.mcp.McpServerToolCallResponse;
import org.jspecify.annotations.Nullable;

/** Tool servers. */
public interface McpMethods {
    /** {@code mcpServer/oauth/login} */
    Method<McpServerOauthLoginParams, McpServerOauthLoginResponse> MCP_SERVER_OAUTH_LOGIN = Method.of(
            "mcpServer/oauth/login",
            McpServerOauthLoginParams.class,
            McpServerOauthLoginResponse.class,
            LaneRule.UNORDERED);

    /** {@code config/mcpServer/reload} */
    Method<NoParams, McpServerRefreshResponse> CONFIG_MCP_SERVER_RELOAD =
            Method.of("config/mcpServer/reload", NoParams.class, McpServerRefreshResponse.class, LaneRule.GLOBAL);

    /** {@code mcpServerStatus/list} */
    Method<ListMcpServerStatusParams, ListMcpServerStatusResponse> MCP_SERVER_STATUS_LIST = Method.of(
            "mcpServerStatus/list",
            ListMcpServerStatusParams.class,
            ListMcpServerStatusResponse.class,
            LaneRule.UNORDERED);

    /** {@code mcpServer/resource/read} */
    Method<McpResourceReadParams, McpResourceReadResponse> MCP_SERVER_RESOURCE_READ = Method.of(
            "mcpServer/resource/read", McpResourceReadParams.class, McpResourceReadResponse.class, LaneRule.UNORDERED);

    /** {@code mcpServer/tool/call} */
    Method<McpServerToolCallParams, McpServerToolCallResponse> MCP_SERVER_TOOL_CALL = Method.of(
            "mcpServer/tool/call", McpServerToolCallParams.class, McpServerToolCallResponse.class, LaneRule.UNORDERED);

    /** The row with this wire name, or null. */
    static @Nullable Method<?, ?> named(String name) {
        return switch (name) {
            case "mcpServer/oauth/login" -> MCP_SERVER_OAUTH_LOGIN;
            case "config/mcpServer/reload" -> CONFIG_MCP_SERVER_RELOAD;
            case "mcpServerStatus/list" -> MCP_SERVER_STATUS_LIST;
            case "mcpServer/resource/read" -> MCP_SERVER_RESOURCE_READ;
            case "mcpServer/tool/call" -> MCP_SERVER_TOOL_CALL;
            default -> null;
        };
    }
}
