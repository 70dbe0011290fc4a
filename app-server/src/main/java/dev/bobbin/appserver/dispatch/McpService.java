package dev.bobbin.appserver.dispatch;

import dev.bobbin.protocol.method.McpMethods;
import dev.bobbin.protocol.method.NoParams;
import dev.bobbin.protocol.v2.mcp.ListMcpServerStatusParams;
import dev.bobbin.protocol.v2.mcp.McpResourceReadParams;
import dev.bobbin.protocol.v2.mcp.McpServerOauthLoginParams;
import dev.bobbin.protocol.v2.mcp.McpServerToolCallParams;

/** MCP servers. What jsonrpc4j calls, see {@link RequestRouter}. */
public final class McpService {
    private final RequestRouter router;

    McpService(RequestRouter router) {
        this.router = router;
    }

    public void mcpServerOauthLogin(McpServerOauthLoginParams params) {
        router.run(McpMethods.MCP_SERVER_OAUTH_LOGIN, params);
    }

    public void configMcpServerReload(NoParams params) {
        router.run(McpMethods.CONFIG_MCP_SERVER_RELOAD, params);
    }

    public void mcpServerStatusList(ListMcpServerStatusParams params) {
        router.run(McpMethods.MCP_SERVER_STATUS_LIST, params);
    }

    public void mcpServerResourceRead(McpResourceReadParams params) {
        router.run(McpMethods.MCP_SERVER_RESOURCE_READ, params);
    }

    public void mcpServerToolCall(McpServerToolCallParams params) {
        router.run(McpMethods.MCP_SERVER_TOOL_CALL, params);
    }
}
