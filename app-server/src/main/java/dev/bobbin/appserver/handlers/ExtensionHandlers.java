package dev.bobbin.appserver.handlers;

import dev.bobbin.appserver.config.ConfigException;
import dev.bobbin.appserver.config.ConfigLoader;
import dev.bobbin.appserver.dispatch.RequestException;
import dev.bobbin.appserver.dispatch.RequestRouter;
import dev.bobbin.protocol.method.McpMethods;
import dev.bobbin.protocol.method.PluginMethods;
import dev.bobbin.protocol.v2.hook.HooksListEntry;
import dev.bobbin.protocol.v2.hook.HooksListResponse;
import dev.bobbin.protocol.v2.mcp.ListMcpServerStatusResponse;
import dev.bobbin.protocol.v2.mcp.McpServerStatus;
import java.nio.file.Path;
import java.util.List;

/** Hooks and tool servers, none of which this server runs: says so to who has configured some. */
public final class ExtensionHandlers {
    private ExtensionHandlers() {}

    /** Has {@code hooks/list} answered. */
    public static void registerHooks(RequestRouter router, ConfigLoader loader) {
        router.on(PluginMethods.HOOKS_LIST, (params, _, reply) -> {
            var warnings =
                    isConfigured(loader, "hooks") ? List.of("hooks are not run by this server") : List.<String>of();
            var here = Path.of("").toAbsolutePath().toString();
            var folders = params.cwds().isEmpty() ? List.of(here) : params.cwds();
            reply.ok(new HooksListResponse(folders.stream()
                    .map(cwd -> new HooksListEntry(cwd, List.of(), warnings, List.of()))
                    .toList()));
        });
    }

    /** Has {@code mcpServerStatus/list} answered. */
    public static void registerServers(RequestRouter router, ConfigLoader loader) {
        router.on(McpMethods.MCP_SERVER_STATUS_LIST, (params, _, reply) -> {
            if (isConfigured(loader, "mcp_servers")) {
                throw new RequestException.MethodNotFound(
                        "MCP servers are configured but not supported by this server", "unsupported_method");
            }
            var page = Page.of(List.<McpServerStatus>of(), params.cursor(), params.limit(), "MCP servers");
            reply.ok(new ListMcpServerStatusResponse(page.data(), page.next()));
        });
    }

    private static boolean isConfigured(ConfigLoader loader, String key) {
        try {
            return !loader.load(null).raw().path(key).isEmpty();
        } catch (ConfigException e) {
            throw new RequestException.Internal("failed to reload config: " + e.problem(), "invalid_config");
        }
    }
}
