package dev.bobbin.appserver.mcp;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.bobbin.appserver.config.McpApprovalMode;
import dev.bobbin.appserver.tool.AskKind;
import dev.bobbin.appserver.tool.AskRefused;
import dev.bobbin.appserver.tool.ToolContext;
import dev.bobbin.protocol.method.ServerMethods;
import dev.bobbin.protocol.v2.approval.AskForApproval;
import dev.bobbin.protocol.v2.approval.SandboxPolicy;
import dev.bobbin.protocol.v2.mcp.McpServerElicitationRequestParams;
import java.util.TreeMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Asks the user whether a tool may be called. */
final class Approval {
    private static final Logger LOG = LoggerFactory.getLogger(Approval.class);

    /** What the user said. */
    enum Decision {
        ALLOWED,
        DECLINED,
        CANCELLED
    }

    private final ThreadServers servers;
    private final PersistentApprovals persistent;

    Approval(ThreadServers servers, PersistentApprovals persistent) {
        this.servers = servers;
        this.persistent = persistent;
    }

    /** @param arguments JSON null for none */
    Decision of(OfferedTool tool, JsonNode arguments, ToolContext context) throws InterruptedException {
        var mode = tool.approvalMode();
        var asks = switch (mode) {
            case APPROVE -> false;
            case PROMPT -> true;
            case AUTO -> tool.mayDoHarm();
        };
        if (!asks || isUnattended(context) || (mode == McpApprovalMode.AUTO && servers.isApproved(tool))) {
            return Decision.ALLOWED;
        }
        try {
            return ask(tool, arguments, context);
        } catch (AskRefused e) {
            LOG.warn("no usable answer whether {} may be called: {}", tool.name(), e.getMessage());
            return Decision.DECLINED;
        }
    }

    /** Whoever is never to be asked and has lifted every fence has allowed tools too. */
    private static boolean isUnattended(ToolContext context) {
        return context.settings().approvalPolicy() instanceof AskForApproval.Never
                && context.settings().sandboxPolicy() instanceof SandboxPolicy.DangerFullAccess;
    }

    private Decision ask(OfferedTool tool, JsonNode arguments, ToolContext context)
            throws AskRefused, InterruptedException {
        var answer = context.ask(
                ServerMethods.MCP_SERVER_ELICITATION_REQUEST, question(tool, arguments, context), AskKind.APPROVAL);
        return switch (answer.action()) {
            case DECLINE -> Decision.DECLINED;
            case CANCEL -> Decision.CANCELLED;
            case ACCEPT -> {
                remember(
                        tool,
                        answer.meta() == null
                                ? ""
                                : answer.meta().path("persist").asText(""));
                yield Decision.ALLOWED;
            }
        };
    }

    private void remember(OfferedTool tool, String persist) {
        switch (persist) {
            case "session" -> servers.approve(tool);
            case "always" -> {
                servers.approve(tool);
                persistent.approve(tool.server().config().name(), tool.name());
            }
            default -> LOG.debug("{} was allowed once", tool.name());
        }
    }

    private static McpServerElicitationRequestParams question(
            OfferedTool tool, JsonNode arguments, ToolContext context) {
        var server = tool.server().config().name();
        var schema = JsonNodeFactory.instance.objectNode().put("type", "object");
        schema.putObject("properties");
        return new McpServerElicitationRequestParams.Form(
                context.threadId(),
                context.turnId(),
                server,
                described(tool, arguments),
                "Allow the " + server + " MCP server to run tool \"" + tool.name() + "\"?",
                schema);
    }

    private static ObjectNode described(OfferedTool tool, JsonNode arguments) {
        var meta = JsonNodeFactory.instance.objectNode().put("codex_approval_kind", "mcp_tool_call");
        if (tool.approvalMode() == McpApprovalMode.AUTO) {
            meta.putArray("persist").add("session").add("always");
        }
        if (tool.title() != null) {
            meta.put("tool_title", tool.title());
        }
        if (!tool.description().isEmpty()) {
            meta.put("tool_description", tool.description());
        }
        if (arguments.isObject()) {
            meta.set("tool_params", arguments);
            var shown = meta.putArray("tool_params_display");
            var sorted = new TreeMap<String, JsonNode>();
            arguments.properties().forEach(each -> sorted.put(each.getKey(), each.getValue()));
            sorted.forEach((name, value) -> {
                var entry = shown.addObject().put("name", name);
                entry.set("value", value);
                entry.put("display_name", name);
            });
        }
        return meta;
    }
}
