package dev.bobbin.appserver.mcp;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.bobbin.appserver.config.Config;
import dev.bobbin.appserver.config.McpServerConfig;
import dev.bobbin.appserver.dispatch.RequestException;
import dev.bobbin.appserver.mcp.sdk.LinkFailure;
import dev.bobbin.protocol.json.InvalidParamsException;
import dev.bobbin.protocol.json.WireJson;
import dev.bobbin.protocol.v2.mcp.McpAuthStatus;
import dev.bobbin.protocol.v2.mcp.McpResourceReadResponse;
import dev.bobbin.protocol.v2.mcp.McpServerInfo;
import dev.bobbin.protocol.v2.mcp.McpServerStatus;
import dev.bobbin.protocol.v2.mcp.McpServerToolCallResponse;
import dev.bobbin.protocol.v2.mcp.Resource;
import dev.bobbin.protocol.v2.mcp.ResourceContent;
import dev.bobbin.protocol.v2.mcp.ResourceTemplate;
import dev.bobbin.protocol.v2.mcp.Tool;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What clients ask of servers themselves, outside of turns. Blocks as long as the servers take. */
public final class McpClientCalls {
    private static final Logger LOG = LoggerFactory.getLogger(McpClientCalls.class);

    private final McpPool pool;

    public McpClientCalls(McpPool pool) {
        this.pool = pool;
    }

    /**
     * For whom servers are asked.
     *
     * @param threadId a loaded thread; null for no thread, whose servers are started for the one call
     * @param config that thread's, or the server's own
     * @param cwd where its servers run
     */
    public record Asker(@Nullable String threadId, Config config, Path cwd) {}

    /** Every configured server and what it offers, by name in alphabetical order. */
    public List<McpServerStatus> status(Asker asker, boolean withResources) throws InterruptedException {
        var servers = servers(asker);
        try {
            servers.settled();
            var all = new ArrayList<McpServerStatus>();
            for (var config : asker.config().mcpServers()) {
                all.add(status(config, servers.named(config.name()), withResources));
            }
            return all;
        } finally {
            letGo(asker, servers);
        }
    }

    private static McpServerStatus status(McpServerConfig config, @Nullable McpServer server, boolean withResources)
            throws InterruptedException {
        var offer = server == null ? null : server.offer();
        if (server == null || offer == null) {
            return new McpServerStatus(config.name(), null, Map.of(), List.of(), List.of(), auth(config));
        }
        var tools = new LinkedHashMap<String, Tool>();
        for (var tool : decoded(offer.tools(), Tool.class)) {
            tools.put(tool.name(), tool);
        }
        var info = decoded(List.of(offer.serverInfo()), McpServerInfo.class);
        return new McpServerStatus(
                config.name(),
                info.isEmpty() ? null : info.getFirst(),
                tools,
                withResources ? list(server, "resources/list", "resources", Resource.class) : List.of(),
                withResources
                        ? list(server, "resources/templates/list", "resourceTemplates", ResourceTemplate.class)
                        : List.of(),
                auth(config));
    }

    private static McpAuthStatus auth(McpServerConfig config) {
        return config.transport() instanceof McpServerConfig.Http web && web.bearerTokenEnvVar() != null
                ? McpAuthStatus.BEARER_TOKEN
                : McpAuthStatus.UNSUPPORTED;
    }

    private static <T> List<T> list(McpServer server, String method, String list, Class<T> type)
            throws InterruptedException {
        try {
            return decoded(server.list(method, list), type);
        } catch (LinkFailure e) {
            // A server without resources need not know how to list them.
            LOG.debug("{} of {}: {}", method, server.config().name(), e.text());
            return List.of();
        }
    }

    /** What has the form that clients expect. */
    private static <T> List<T> decoded(List<JsonNode> entries, Class<T> type) {
        var all = new ArrayList<T>();
        for (var entry : entries) {
            try {
                all.add(WireJson.decode(entry, type));
            } catch (InvalidParamsException e) {
                LOG.warn("an MCP server sent something that is no {}: {}", type.getSimpleName(), e.getMessage());
            }
        }
        return all;
    }

    /** Calls a tool. Nobody is asked: the client itself wants it. */
    public McpServerToolCallResponse callTool(
            Asker asker, String server, String tool, @Nullable JsonNode arguments, @Nullable JsonNode meta)
            throws InterruptedException {
        var servers = servers(asker);
        try {
            var found = started(servers, server);
            if (!found.config().offers(tool)) {
                throw failed("tool '" + tool + "' is disabled for MCP server '" + server + "'");
            }
            var params = McpTool.params(tool, arguments == null ? NullNode.getInstance() : arguments);
            if (meta instanceof ObjectNode given) {
                params.set("_meta", given.deepCopy());
            }
            params.withObject("/_meta").put("threadId", asker.threadId());
            var result = found.request("tools/call", params, found.config().toolTimeout(), CallListener.NONE);
            return response(result);
        } catch (LinkFailure e) {
            throw failed("tool call failed for `" + server + "/" + tool + "`: " + e.text());
        } finally {
            letGo(asker, servers);
        }
    }

    private static McpServerToolCallResponse response(JsonNode result) {
        var content = new ArrayList<JsonNode>();
        result.path("content").forEach(content::add);
        var isError = result.get("isError");
        return new McpServerToolCallResponse(
                content,
                result.get("structuredContent"),
                isError == null || isError.isNull() ? null : isError.asBoolean(false),
                result.get("_meta"));
    }

    /** Reads a resource. */
    public McpResourceReadResponse readResource(Asker asker, String server, String uri) throws InterruptedException {
        var servers = servers(asker);
        try {
            var found = started(servers, server);
            var params = JsonNodeFactory.instance.objectNode().put("uri", uri);
            var result = found.request("resources/read", params, found.config().toolTimeout(), CallListener.NONE);
            var contents = new ArrayList<JsonNode>();
            result.path("contents").forEach(contents::add);
            return new McpResourceReadResponse(decoded(contents, ResourceContent.class));
        } catch (LinkFailure e) {
            throw failed("resources/read failed for `" + server + "` (" + uri + "): " + e.text());
        } finally {
            letGo(asker, servers);
        }
    }

    private static McpServer started(ThreadServers servers, String name) throws InterruptedException {
        var server = servers.named(name);
        if (server == null) {
            throw failed("unknown MCP server '" + name + "'");
        }
        servers.settled();
        var now = servers.named(name);
        return now == null ? server : now;
    }

    private ThreadServers servers(Asker asker) {
        return asker.threadId() == null
                ? pool.ofNobody(asker.config().mcpServers())
                : pool.ofThread(asker.threadId(), asker.config().mcpServers(), asker.cwd());
    }

    private static void letGo(Asker asker, ThreadServers servers) {
        if (asker.threadId() == null) {
            servers.close();
        }
    }

    private static RequestException failed(String message) {
        return new RequestException.Internal(message, "mcp_server_failed");
    }
}
