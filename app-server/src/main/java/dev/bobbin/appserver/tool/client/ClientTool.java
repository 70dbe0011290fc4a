package dev.bobbin.appserver.tool.client;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.bobbin.appserver.context.ResponseItems;
import dev.bobbin.appserver.tool.AskKind;
import dev.bobbin.appserver.tool.AskRefused;
import dev.bobbin.appserver.tool.ItemNotes;
import dev.bobbin.appserver.tool.Tool;
import dev.bobbin.appserver.tool.ToolArguments;
import dev.bobbin.appserver.tool.ToolCall;
import dev.bobbin.appserver.tool.ToolContext;
import dev.bobbin.appserver.tool.ToolFailure;
import dev.bobbin.appserver.tool.ToolOutput;
import dev.bobbin.protocol.method.ServerMethods;
import dev.bobbin.protocol.v2.approval.DynamicToolCallParams;
import dev.bobbin.protocol.v2.approval.DynamicToolCallResponse;
import dev.bobbin.protocol.v2.item.DynamicToolCallOutputContentItem;
import dev.bobbin.protocol.v2.item.DynamicToolCallStatus;
import dev.bobbin.protocol.v2.item.ThreadItem;
import dev.bobbin.protocol.v2.thread.DynamicToolSpec;
import dev.bobbin.rollout.line.RawJson;
import dev.bobbin.rollout.replay.BobbinRecords;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A tool that the client offered when the thread began, and runs itself. */
public final class ClientTool implements Tool {
    private static final Logger LOG = LoggerFactory.getLogger(ClientTool.class);
    private static final String FAILED = "dynamic tool request failed";
    private static final String INVALID = "dynamic tool response was invalid";

    private final DynamicToolSpec spec;

    public ClientTool(DynamicToolSpec spec) {
        this.spec = spec;
    }

    @Override
    public String name() {
        return spec.name();
    }

    @Override
    public RawJson spec() {
        var function = JsonNodeFactory.instance
                .objectNode()
                .put("type", "function")
                .put("name", spec.name())
                .put("description", spec.description())
                .put("strict", false);
        function.set("parameters", spec.inputSchema());
        if (spec.namespace() == null) {
            return RawJson.of(function);
        }
        var namespace = JsonNodeFactory.instance
                .objectNode()
                .put("type", "namespace")
                .put("name", spec.namespace())
                .put("description", "Tools of the client.");
        namespace.putArray("tools").add(function);
        return RawJson.of(namespace);
    }

    @Override
    public ToolOutput call(ToolCall call, ToolContext context) throws ToolFailure, InterruptedException {
        var arguments = ToolArguments.tree(call);
        var since = System.nanoTime();
        var started = item(call, arguments, DynamicToolCallStatus.IN_PROGRESS, null, null);
        context.commit(List.of(), List.of(ItemNotes.started(context, started)));
        var answer = ask(call, arguments, context);
        var item = item(
                call,
                arguments,
                answer.success() ? DynamicToolCallStatus.COMPLETED : DynamicToolCallStatus.FAILED,
                answer,
                (System.nanoTime() - since) / 1_000_000);
        context.commit(
                List.of(BobbinRecords.item(context.turnId(), item)), List.of(ItemNotes.completed(context, item)));
        return output(call, answer);
    }

    private DynamicToolCallResponse ask(ToolCall call, JsonNode arguments, ToolContext context)
            throws InterruptedException {
        try {
            return context.ask(
                    ServerMethods.ITEM_TOOL_CALL,
                    new DynamicToolCallParams(
                            context.threadId(),
                            context.turnId(),
                            call.callId(),
                            spec.namespace(),
                            spec.name(),
                            arguments),
                    AskKind.CLIENT_TOOL);
        } catch (AskRefused e) {
            LOG.warn("the client's tool {} failed: {}", spec.name(), e.getMessage());
            return new DynamicToolCallResponse(
                    List.of(new DynamicToolCallOutputContentItem.InputText(
                            e.reason() == AskRefused.Reason.MALFORMED ? INVALID : FAILED)),
                    false);
        }
    }

    private ThreadItem item(
            ToolCall call,
            JsonNode arguments,
            DynamicToolCallStatus status,
            @Nullable DynamicToolCallResponse answer,
            @Nullable Long durationMs) {
        return new ThreadItem.DynamicToolCall(
                call.callId(),
                spec.namespace(),
                spec.name(),
                arguments,
                status,
                answer == null ? null : answer.contentItems(),
                answer == null ? null : answer.success(),
                durationMs);
    }

    private static ToolOutput output(ToolCall call, DynamicToolCallResponse answer) {
        var items = answer.contentItems();
        if (items.size() == 1 && items.getFirst() instanceof DynamicToolCallOutputContentItem.InputText text) {
            return ToolOutput.text(call, text.text(), answer.success());
        }
        return ToolOutput.parts(call, items.stream().map(ClientTool::part).toList(), answer.success());
    }

    private static ObjectNode part(DynamicToolCallOutputContentItem item) {
        return switch (item) {
            case DynamicToolCallOutputContentItem.InputText text -> ResponseItems.inputText(text.text());
            case DynamicToolCallOutputContentItem.InputImage image ->
                ResponseItems.inputImage(image.imageUrl(), "high");
        };
    }
}
