package dev.bobbin.appserver.mcp;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.bobbin.appserver.mcp.sdk.LinkFailure;
import dev.bobbin.appserver.tool.Tool;
import dev.bobbin.appserver.tool.ToolArguments;
import dev.bobbin.appserver.tool.ToolCall;
import dev.bobbin.appserver.tool.ToolContext;
import dev.bobbin.appserver.tool.ToolFailure;
import dev.bobbin.appserver.tool.ToolOutput;
import dev.bobbin.rollout.line.RawJson;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Finds and reads what servers offer beside tools. Changes nothing, so that nobody is asked. */
final class ResourceTool implements Tool {
    /** Which of the three it is. */
    enum Kind {
        LIST(
                "list_mcp_resources",
                "List what the MCP servers offer to be read, such as files or records: of one server, or of all.",
                "\"server\":{\"type\":\"string\",\"description\":\"Only of this server.\"},"
                        + "\"cursor\":{\"type\":\"string\",\"description\":\"Where to go on.\"}",
                ""),
        TEMPLATES(
                "list_mcp_resource_templates",
                "List the URI templates of what the MCP servers offer to be read with parameters.",
                "\"server\":{\"type\":\"string\",\"description\":\"Only of this server.\"},"
                        + "\"cursor\":{\"type\":\"string\",\"description\":\"Where to go on.\"}",
                ""),
        READ(
                "read_mcp_resource",
                "Read one resource of an MCP server.",
                "\"server\":{\"type\":\"string\",\"description\":\"The server's name.\"},"
                        + "\"uri\":{\"type\":\"string\",\"description\":\"As the list of resources has it.\"}",
                "\"required\":[\"server\",\"uri\"],");

        private final String toolName;
        private final RawJson spec;

        Kind(String toolName, String description, String properties, String required) {
            this.toolName = toolName;
            this.spec = RawJson.of("{\"type\":\"function\",\"name\":\"" + toolName + "\",\"description\":\""
                    + description
                    + "\",\"strict\":false,\"parameters\":{\"type\":\"object\",\"properties\":{" + properties + "},"
                    + required + "\"additionalProperties\":false}}");
        }

        static @Nullable Kind named(String name) {
            for (var kind : values()) {
                if (kind.toolName.equals(name)) {
                    return kind;
                }
            }
            return null;
        }
    }

    private final Kind kind;
    private final ThreadServers servers;

    ResourceTool(Kind kind, ThreadServers servers) {
        this.kind = kind;
        this.servers = servers;
    }

    @Override
    public String name() {
        return kind.toolName;
    }

    @Override
    public RawJson spec() {
        return kind.spec;
    }

    @Override
    public boolean isParallel() {
        return true;
    }

    @Override
    public ToolOutput call(ToolCall call, ToolContext context) throws ToolFailure, InterruptedException {
        var arguments = ToolArguments.tree(call);
        var server = arguments.path("server").textValue();
        var item = new CallItem(context, call.callId(), server == null ? "codex" : server, kind.toolName, arguments);
        item.started();
        var since = System.nanoTime();
        try {
            var said = answer(server, arguments).toString();
            item.answered(result(said), Duration.ofNanos(System.nanoTime() - since));
            return ToolOutput.text(call, ModelAnswer.cut(said, context.settings()), true);
        } catch (LinkFailure e) {
            item.failed(e.text(), Duration.ofNanos(System.nanoTime() - since));
            return ToolOutput.text(call, e.text(), false);
        }
    }

    private static ObjectNode result(String said) {
        var result = JsonNodeFactory.instance.objectNode();
        result.putArray("content").addObject().put("type", "text").put("text", said);
        return result.put("isError", false);
    }

    private ObjectNode answer(@Nullable String server, JsonNode arguments) throws LinkFailure, InterruptedException {
        return switch (kind) {
            case LIST -> list(server, "resources/list", "resources");
            case TEMPLATES -> list(server, "resources/templates/list", "resourceTemplates");
            case READ -> read(server, arguments.path("uri").asText(""));
        };
    }

    private ObjectNode list(@Nullable String server, String method, String list)
            throws LinkFailure, InterruptedException {
        var answer = JsonNodeFactory.instance.objectNode();
        if (server != null) {
            answer.put("server", server);
        }
        var all = answer.putArray(list);
        if (server != null) {
            var named = named(server, method);
            try {
                named.list(method, list).forEach(each -> all.add(of(server, each)));
            } catch (LinkFailure e) {
                throw new LinkFailure(
                        e.kind(), method + " failed: " + method + " failed for `" + server + "`: " + e.text());
            }
            return answer;
        }
        for (var each : servers.settled()) {
            var name = each.config().name();
            try {
                each.list(method, list).forEach(entry -> all.add(of(name, entry)));
            } catch (LinkFailure e) {
                // A server without resources has none.
                continue;
            }
        }
        return answer;
    }

    private static ObjectNode of(String server, JsonNode entry) {
        var whole = JsonNodeFactory.instance.objectNode().put("server", server);
        entry.properties().forEach(each -> whole.set(each.getKey(), each.getValue()));
        return whole;
    }

    private ObjectNode read(@Nullable String server, String uri) throws LinkFailure, InterruptedException {
        var method = "resources/read";
        var name = server == null ? "" : server;
        var found = named(name, method);
        try {
            var params = JsonNodeFactory.instance.objectNode().put("uri", uri);
            var result = found.request(method, params, found.config().toolTimeout(), CallListener.NONE);
            var answer =
                    JsonNodeFactory.instance.objectNode().put("server", name).put("uri", uri);
            answer.set("contents", result.path("contents"));
            return answer;
        } catch (LinkFailure e) {
            throw new LinkFailure(
                    e.kind(), method + " failed: " + method + " failed for `" + name + "` (" + uri + "): " + e.text());
        }
    }

    private McpServer named(String name, String method) throws LinkFailure {
        var server = servers.named(name);
        if (server == null) {
            throw new LinkFailure(LinkFailure.Kind.BROKEN, method + " failed: unknown MCP server '" + name + "'");
        }
        return server;
    }
}
