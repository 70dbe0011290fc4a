package dev.bobbin.appserver.mcp;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.bobbin.appserver.mcp.sdk.LinkFailure;
import dev.bobbin.appserver.tool.Tool;
import dev.bobbin.appserver.tool.ToolCall;
import dev.bobbin.appserver.tool.ToolContext;
import dev.bobbin.appserver.tool.ToolOutput;
import dev.bobbin.protocol.json.WireJson;
import dev.bobbin.rollout.line.RawJson;
import java.io.IOException;
import java.time.Duration;

/** A tool server's tool, as a model calls it. */
final class McpTool implements Tool {
    private final OfferedTool tool;
    private final Approval approval;

    McpTool(OfferedTool tool, Approval approval) {
        this.tool = tool;
        this.approval = approval;
    }

    @Override
    public String name() {
        return tool.callName();
    }

    /** A part of its server's namespace, which is offered as a whole. */
    @Override
    public RawJson spec() {
        throw new UnsupportedOperationException("offered by its namespace");
    }

    @Override
    public boolean isParallel() {
        return tool.isReadOnly() || tool.server().config().isParallel();
    }

    @Override
    public ToolOutput call(ToolCall call, ToolContext context) throws InterruptedException {
        var since = System.nanoTime();
        JsonNode arguments;
        try {
            arguments = call.input().isBlank() ? NullNode.getInstance() : WireJson.readTree(call.input());
        } catch (IOException e) {
            return ModelAnswer.failure(call, "err: " + e.getMessage(), since(since), context.settings());
        }
        var item = new CallItem(context, call.callId(), tool.server().config().name(), tool.name(), arguments);
        item.started();
        var decision = approval.of(tool, arguments, context);
        return switch (decision) {
            case ALLOWED -> run(call, item, since);
            case DECLINED -> refused(call, item, "user rejected MCP tool call", since);
            case CANCELLED -> refused(call, item, "user cancelled MCP tool call", since);
        };
    }

    private static ToolOutput refused(ToolCall call, CallItem item, String message, long since) {
        item.failed(message, Duration.ZERO);
        return ModelAnswer.failure(call, message, since(since), item.context().settings());
    }

    private ToolOutput run(ToolCall call, CallItem item, long since) throws InterruptedException {
        var began = System.nanoTime();
        var settings = item.context().settings();
        try {
            var result = ask(item);
            item.answered(result, since(began));
            return ModelAnswer.of(call, result, since(since), settings);
        } catch (LinkFailure e) {
            var message = "tool call error: tool call failed for `" + item.server() + "/" + item.tool()
                    + "`\n\nCaused by:\n    " + e.text();
            item.failed(message, since(began));
            return ModelAnswer.failure(call, message, since(since), settings);
        }
    }

    private JsonNode ask(CallItem item) throws LinkFailure, InterruptedException {
        if (!item.arguments().isObject() && !item.arguments().isNull()) {
            throw new LinkFailure(
                    LinkFailure.Kind.BROKEN, "MCP tool arguments must be a JSON object, got " + item.arguments());
        }
        var params = params(tool.name(), item.arguments());
        params.set("_meta", meta(item.context()));
        return tool.server()
                .request("tools/call", params, tool.server().config().toolTimeout(), new TurnQuestions(item));
    }

    /** @param arguments left out where they are JSON null */
    static ObjectNode params(String tool, JsonNode arguments) {
        var params = JsonNodeFactory.instance.objectNode().put("name", tool);
        if (!arguments.isNull()) {
            params.set("arguments", arguments);
        }
        return params;
    }

    /** For servers that keep something for each thread. */
    private static ObjectNode meta(ToolContext context) {
        var meta = JsonNodeFactory.instance.objectNode();
        meta.putObject("x-codex-turn-metadata")
                .put("session_id", context.threadId())
                .put("thread_id", context.threadId())
                .put("turn_id", context.turnId())
                .put("model", context.settings().model());
        return meta.put("threadId", context.threadId());
    }

    private static Duration since(long nanos) {
        return Duration.ofNanos(System.nanoTime() - nanos);
    }
}
