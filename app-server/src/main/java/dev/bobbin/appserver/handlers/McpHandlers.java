package dev.bobbin.appserver.handlers;

import dev.bobbin.appserver.config.Config;
import dev.bobbin.appserver.config.ConfigLoader;
import dev.bobbin.appserver.config.McpServerConfig;
import dev.bobbin.appserver.dispatch.Reply;
import dev.bobbin.appserver.dispatch.RequestContext;
import dev.bobbin.appserver.dispatch.RequestException;
import dev.bobbin.appserver.dispatch.RequestRouter;
import dev.bobbin.appserver.mcp.McpClientCalls;
import dev.bobbin.appserver.thread.ThreadManager;
import dev.bobbin.appserver.toolbox.ServerTools;
import dev.bobbin.protocol.method.McpMethods;
import dev.bobbin.protocol.method.NoParams;
import dev.bobbin.protocol.v2.mcp.ListMcpServerStatusParams;
import dev.bobbin.protocol.v2.mcp.ListMcpServerStatusResponse;
import dev.bobbin.protocol.v2.mcp.McpResourceReadParams;
import dev.bobbin.protocol.v2.mcp.McpResourceReadResponse;
import dev.bobbin.protocol.v2.mcp.McpServerOauthLoginParams;
import dev.bobbin.protocol.v2.mcp.McpServerOauthLoginResponse;
import dev.bobbin.protocol.v2.mcp.McpServerRefreshResponse;
import dev.bobbin.protocol.v2.mcp.McpServerStatus;
import dev.bobbin.protocol.v2.mcp.McpServerStatusDetail;
import dev.bobbin.protocol.v2.mcp.McpServerToolCallParams;
import dev.bobbin.protocol.v2.mcp.McpServerToolCallResponse;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** {@code mcpServer*} and {@code config/mcpServer/reload}: tool servers. */
public final class McpHandlers {
    private final ConfigLoader loader;
    private final ThreadManager threads;
    private final ServerTools servers;

    private McpHandlers(ConfigLoader loader, ThreadManager threads, ServerTools servers) {
        this.loader = loader;
        this.threads = threads;
        this.servers = servers;
    }

    /** Has the methods about servers answered. */
    public static void register(RequestRouter router, ConfigLoader loader, ThreadManager threads, ServerTools servers) {
        var handlers = new McpHandlers(loader, threads, servers);
        router.on(McpMethods.MCP_SERVER_STATUS_LIST, handlers::status);
        router.on(McpMethods.MCP_SERVER_TOOL_CALL, handlers::callTool);
        router.on(McpMethods.MCP_SERVER_RESOURCE_READ, handlers::readResource);
        router.on(McpMethods.MCP_SERVER_OAUTH_LOGIN, handlers::login);
    }

    /** Has {@code config/mcpServer/reload} answered. */
    public static void registerReload(
            RequestRouter router, ConfigLoader loader, ThreadManager threads, ServerTools servers) {
        router.on(McpMethods.CONFIG_MCP_SERVER_RELOAD, new McpHandlers(loader, threads, servers)::reload);
    }

    private void status(
            ListMcpServerStatusParams params, RequestContext context, Reply<ListMcpServerStatusResponse> reply)
            throws InterruptedException {
        var asker = asker(params.threadId());
        var all = asker.config().mcpServers().isEmpty()
                ? List.<McpServerStatus>of()
                : calls().status(asker, params.detail() != McpServerStatusDetail.TOOLS_AND_AUTH_ONLY);
        var page = Page.of(all, params.cursor(), params.limit(), "MCP servers");
        reply.ok(new ListMcpServerStatusResponse(page.data(), page.next()));
    }

    private void callTool(
            McpServerToolCallParams params, RequestContext context, Reply<McpServerToolCallResponse> reply)
            throws InterruptedException {
        var asker = asker(params.threadId());
        requireNamed(asker.config(), params.server());
        reply.ok(calls().callTool(asker, params.server(), params.tool(), params.arguments(), params.meta()));
    }

    private void readResource(
            McpResourceReadParams params, RequestContext context, Reply<McpResourceReadResponse> reply)
            throws InterruptedException {
        var asker = asker(params.threadId());
        requireNamed(asker.config(), params.server());
        reply.ok(calls().readResource(asker, params.server(), params.uri()));
    }

    private void login(
            McpServerOauthLoginParams params, RequestContext context, Reply<McpServerOauthLoginResponse> reply) {
        var name = params.name();
        var server = CurrentConfig.of(loader).mcpServers().stream()
                .filter(each -> each.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new RequestException.InvalidRequest(
                        "No MCP server named '" + name + "' found.", "mcp_server_not_found"));
        throw switch (server.transport()) {
            case McpServerConfig.Stdio _ ->
                new RequestException.InvalidRequest(
                        "OAuth login is only supported for streamable HTTP servers.", "unsupported_transport");
            case McpServerConfig.Http _ ->
                new RequestException.Internal(
                        "failed to login to MCP server '" + name
                                + "': this server does not log in by OAuth; set `bearer_token_env_var` instead",
                        "unsupported_method");
        };
    }

    private void reload(NoParams params, RequestContext context, Reply<McpServerRefreshResponse> reply) {
        CurrentConfig.of(loader);
        servers.reload();
        reply.ok(new McpServerRefreshResponse());
    }

    private McpClientCalls calls() {
        return new McpClientCalls(servers.pool());
    }

    private void requireNamed(Config config, String name) {
        if (config.mcpServers().stream().noneMatch(server -> server.name().equals(name))) {
            throw new RequestException.Internal("unknown MCP server '" + name + "'", "mcp_server_not_found");
        }
    }

    private McpClientCalls.Asker asker(@Nullable String threadId) {
        if (threadId == null) {
            return new McpClientCalls.Asker(
                    null, CurrentConfig.of(loader), Path.of("").toAbsolutePath());
        }
        var settings = threads.settingsOfLoaded(threadId);
        return new McpClientCalls.Asker(threads.requireLoaded(threadId), settings.config(), settings.cwd());
    }
}
