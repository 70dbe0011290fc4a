package dev.bobbin.appserver.mcp;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.bobbin.appserver.tool.AskKind;
import dev.bobbin.appserver.tool.AskRefused;
import dev.bobbin.protocol.json.WireJson;
import dev.bobbin.protocol.method.ServerMethods;
import dev.bobbin.protocol.v2.approval.AskForApproval;
import dev.bobbin.protocol.v2.mcp.McpServerElicitationRequestParams;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Brings what a server says during a turn's call to the turn's clients. */
final class TurnQuestions implements CallListener {
    private static final Logger LOG = LoggerFactory.getLogger(TurnQuestions.class);

    private final CallItem item;

    TurnQuestions(CallItem item) {
        this.item = item;
    }

    @Override
    public JsonNode elicit(JsonNode params) {
        var context = item.context();
        if (!mayAsk()) {
            return CallListener.declined();
        }
        try {
            var answer = context.ask(ServerMethods.MCP_SERVER_ELICITATION_REQUEST, question(params), AskKind.APPROVAL);
            var said = JsonNodeFactory.instance.objectNode();
            said.set("action", WireJson.toTree(answer.action()));
            put(said, "content", answer.content());
            put(said, "_meta", answer.meta());
            return said;
        } catch (AskRefused e) {
            LOG.warn("no usable answer to a question of {}: {}", item.server(), e.getMessage());
            return CallListener.declined();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return JsonNodeFactory.instance.objectNode().put("action", "cancel");
        }
    }

    private boolean mayAsk() {
        return switch (item.context().settings().approvalPolicy()) {
            case AskForApproval.Never _ -> false;
            case AskForApproval.Granular granular -> granular.mcpElicitations();
            case AskForApproval.Untrusted _, AskForApproval.OnFailure _, AskForApproval.OnRequest _ -> true;
        };
    }

    private McpServerElicitationRequestParams question(JsonNode params) {
        var context = item.context();
        var message = params.path("message").asText("");
        if (params.path("mode").asText("form").equals("url")) {
            return new McpServerElicitationRequestParams.Url(
                    context.threadId(),
                    context.turnId(),
                    item.server(),
                    params.get("_meta"),
                    message,
                    params.path("url").asText(""),
                    params.path("elicitationId").asText(""));
        }
        var schema = params.path("requestedSchema");
        return new McpServerElicitationRequestParams.Form(
                context.threadId(),
                context.turnId(),
                item.server(),
                params.get("_meta"),
                message,
                schema.isObject() ? schema : JsonNodeFactory.instance.objectNode());
    }

    private static void put(ObjectNode to, String name, @Nullable JsonNode value) {
        if (value != null && !value.isNull()) {
            to.set(name, value);
        }
    }

    @Override
    public void progress(JsonNode params) {
        var message = params.path("message").textValue();
        item.progress(message != null ? message : counted(params));
    }

    private static String counted(JsonNode params) {
        var done = params.path("progress").asText("");
        return params.has("total") ? done + "/" + params.path("total").asText() : done;
    }
}
