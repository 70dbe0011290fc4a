package dev.bobbin.appserver.model.responses;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.bobbin.appserver.model.ModelClient;
import dev.bobbin.appserver.model.ModelEvent;
import dev.bobbin.appserver.model.ModelEventSink;
import dev.bobbin.appserver.model.ModelException;
import dev.bobbin.appserver.model.ModelRequest;
import dev.bobbin.appserver.model.provider.ProviderCalls;
import dev.bobbin.appserver.model.provider.ProviderFailures;
import dev.bobbin.rollout.line.RawJson;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** Speaks the Responses API. */
public final class ResponsesClient implements ModelClient {
    private static final String PATH = "/responses";

    private final ProviderCalls calls;

    public ResponsesClient(ProviderCalls calls) {
        this.calls = calls;
    }

    @Override
    public void stream(ModelRequest request, ModelEventSink sink) throws ModelException, InterruptedException {
        calls.stream(request, PATH, ResponsesBody.of(request), sink, (data, length) -> {
            var event = decode(data, length);
            if (event == null) {
                return false;
            }
            sink.accept(event);
            return event instanceof ModelEvent.Completed;
        });
    }

    /**
     * What an event's data says; null for what is of no use here, or not JSON.
     *
     * @throws ModelException if it says that the answer failed
     */
    static @Nullable ModelEvent decode(byte[] data, int length) throws ModelException {
        ResponsesEvent event;
        try {
            event = ResponsesEvent.read(data, length);
        } catch (IOException e) {
            return null;
        }
        return switch (event.type()) {
            case "response.created" -> created(event);
            case "response.output_item.added" -> {
                var item = usable(event.item());
                yield item == null ? null : new ModelEvent.ItemAdded(item);
            }
            case "response.output_item.done" -> done(event);
            case "response.completed" -> completed(event.response());
            case "response.failed" -> throw failed(event);
            case "response.incomplete" -> throw incomplete(event);
            default -> delta(event);
        };
    }

    private static @Nullable ModelEvent delta(ResponsesEvent event) {
        var delta = event.delta();
        if (delta == null) {
            return event.type().equals("response.reasoning_summary_part.added")
                    ? new ModelEvent.ReasoningSummaryPartAdded(event.itemId(), event.summaryIndex())
                    : null;
        }
        return switch (event.type()) {
            case "response.output_text.delta" -> new ModelEvent.TextDelta(event.itemId(), delta);
            case "response.reasoning_summary_text.delta" ->
                new ModelEvent.ReasoningSummaryDelta(event.itemId(), event.summaryIndex(), delta);
            case "response.reasoning_text.delta" ->
                new ModelEvent.ReasoningTextDelta(event.itemId(), event.contentIndex(), delta);
            case "response.custom_tool_call_input.delta" ->
                new ModelEvent.ToolInputDelta(event.itemId(), event.callId(), delta);
            default -> null;
        };
    }

    private static @Nullable ModelEvent created(ResponsesEvent event) {
        var response = event.response();
        if (response == null) {
            return null;
        }
        var id = response.tree().path("id");
        return new ModelEvent.Created(id.isTextual() ? id.textValue() : null);
    }

    private static @Nullable ModelEvent done(ResponsesEvent event) {
        var raw = event.item();
        var item = usable(raw);
        return raw == null || item == null ? null : new ModelEvent.ItemDone(raw, item);
    }

    private static @Nullable ObjectNode usable(@Nullable RawJson raw) {
        return raw != null && raw.tree() instanceof ObjectNode item && ItemShape.isUsable(item) ? item : null;
    }

    private static @Nullable ModelEvent completed(@Nullable RawJson response) throws ModelException {
        if (response == null) {
            return null;
        }
        var tree = response.tree();
        var id = tree.path("id");
        if (!id.isTextual()) {
            throw unreadable(id.isMissingNode() ? "missing field `id`" : "invalid type for `id`, expected a string");
        }
        return new ModelEvent.Completed(
                id.textValue(),
                UsageReader.read(tree.path("usage")),
                tree.path("end_turn").asBoolean(true));
    }

    static ModelException unreadable(String problem) {
        return ModelException.disconnected("failed to parse ResponseCompleted: " + problem);
    }

    private static ModelException failed(ResponsesEvent event) {
        return ProviderFailures.ofResponse(tree(event.response()).path("error"));
    }

    private static ModelException incomplete(ResponsesEvent event) {
        var reason =
                tree(event.response()).path("incomplete_details").path("reason").asText("unknown");
        return ModelException.disconnected("Incomplete response returned, reason: " + reason);
    }

    private static JsonNode tree(@Nullable RawJson json) {
        return json == null ? MissingNode.getInstance() : json.tree();
    }

    @Override
    public void warm() {
        calls.warm();
        ResponsesWarmUp.run();
    }
}
