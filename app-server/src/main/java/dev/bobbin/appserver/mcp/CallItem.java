package dev.bobbin.appserver.mcp;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.bobbin.appserver.connection.EncodedNotification;
import dev.bobbin.appserver.tool.ItemNotes;
import dev.bobbin.appserver.tool.ToolContext;
import dev.bobbin.protocol.method.ItemNotifications;
import dev.bobbin.protocol.v2.item.McpToolCallError;
import dev.bobbin.protocol.v2.item.McpToolCallProgressNotification;
import dev.bobbin.protocol.v2.item.McpToolCallResult;
import dev.bobbin.protocol.v2.item.McpToolCallStatus;
import dev.bobbin.protocol.v2.item.ThreadItem;
import dev.bobbin.rollout.line.RawJson;
import dev.bobbin.rollout.line.RolloutEvent;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A call as clients follow it and as it is stored.
 *
 * @param arguments JSON null if the model gave none
 */
record CallItem(ToolContext context, String callId, String server, String tool, JsonNode arguments) {
    void started() {
        var item = item(McpToolCallStatus.IN_PROGRESS, null, null, null);
        context.commit(List.of(), List.of(ItemNotes.started(context, item)));
    }

    void progress(String message) {
        context.delta(EncodedNotification.of(
                ItemNotifications.ITEM_MCP_TOOL_CALL_PROGRESS,
                new McpToolCallProgressNotification(context.threadId(), context.turnId(), callId, message)));
    }

    /** @param result what the server answered; that may be that it failed */
    void answered(JsonNode result, Duration duration) {
        var content = new ArrayList<JsonNode>();
        result.path("content").forEach(content::add);
        var isFailed = result.path("isError").asBoolean(false);
        var shown = new McpToolCallResult(content, present(result, "structuredContent"), present(result, "_meta"));
        var stored = JsonNodeFactory.instance.objectNode();
        stored.set("Ok", stored(result));
        var status = isFailed ? McpToolCallStatus.FAILED : McpToolCallStatus.COMPLETED;
        end(item(status, shown, null, duration.toMillis()), duration, stored);
    }

    /** @param message why there is no answer */
    void failed(String message, Duration duration) {
        var stored = JsonNodeFactory.instance.objectNode().put("Err", message);
        var item = item(McpToolCallStatus.FAILED, null, new McpToolCallError(message), duration.toMillis());
        end(item, duration, stored);
    }

    private void end(ThreadItem item, Duration duration, ObjectNode result) {
        var invocation =
                JsonNodeFactory.instance.objectNode().put("server", server).put("tool", tool);
        invocation.set("arguments", arguments);
        var line = new RolloutEvent.McpToolCallEnd(
                callId, RawJson.of(invocation), null, null, duration, RawJson.of(result));
        context.commit(List.of(line), List.of(ItemNotes.completed(context, item)));
    }

    private ThreadItem item(
            McpToolCallStatus status,
            @Nullable McpToolCallResult result,
            @Nullable McpToolCallError error,
            @Nullable Long durationMs) {
        return new ThreadItem.McpToolCall(
                callId, server, tool, status, arguments, null, null, result, error, durationMs);
    }

    private static @Nullable JsonNode present(JsonNode result, String name) {
        var value = result.get(name);
        return value == null || value.isNull() ? null : value;
    }

    /** What readers of the file know of a result. */
    private static ObjectNode stored(JsonNode result) {
        var stored = JsonNodeFactory.instance.objectNode();
        stored.set("content", result.path("content").isArray() ? result.get("content") : stored.arrayNode());
        for (var name : List.of("structuredContent", "isError", "_meta")) {
            var value = present(result, name);
            if (value != null) {
                stored.set(name, value);
            }
        }
        return stored;
    }
}
