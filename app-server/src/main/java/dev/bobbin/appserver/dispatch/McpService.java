package dev.bobbin.appserver.dispatch;

import dev.bobbin.protocol.method.McpMethods;
import dev.bobbin.protocol.method.NoParams;
import dev.bobbin.protocol.v2.mcp.ListMcpServerStatusParams;
import dev.bobbin.protocol.v2.mcp.McpResourceReadParams;
import dev.bobbin.protocol.v2.mcp.McpServerOauthLoginParams;
import dev.bobbin.protocol.v2.mcp.McpServerToolCallParams;

/** MCP servers. What jsonrpc4j calls, see {@link RequestRouter}. */
public interface McpService extends Service {
    default void mcpServerOauthLogin(McpServerOauthLoginParams params) {
        router().run(McpMethods.MCP_SERVER_OAUTH_LOGIN, params);
    }

    default void configMcpServerReload(NoParams params) {
        router().run(McpMethods.CONFIG_MCP_SERVER_RELOAD, params);
    }

    default void mcpServerStatusList(ListMcpServerStatusParams params) {
        router().run(McpMethods.MCP_SERVER_STATUS_LIST, params);
    }

    default void mcpServerResourceRead(McpResourceReadParams params) {
        router().run(McpMethods.MCP_SERVER_RESOURCE_READ, params);
    }

    default void mcpServerToolCall(McpServerToolCallParams params) {
        router().run(McpMethods.MCP_SERVER_TOOL_CALL, params);
    }
}
