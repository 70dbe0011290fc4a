package dev.bobbin.tests.harness;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What the scripted model does with one request: a stream of server-sent events in the form of the Responses API, or a
 * plain HTTP answer.
 *
 * <p>Replies are built from steps. {@code response.created} and {@code response.completed} are added around them unless
 * a step ends the stream itself.
 */
public final class ModelReply {
    /** One thing to do while a reply is sent. */
    sealed interface Step {
        record Event(String json) implements Step {}

        record Raw(byte[] bytes) implements Step {}

        /** Waits until the test opens the gate of that name. */
        record Gate(String name) implements Step {}

        /** Sends nothing more until the request is given up. */
        record Hang() implements Step {}

        /** Closes the connection. */
        record Cut() implements Step {}
    }

    private static final ObjectMapper JSON = new ObjectMapper();

    final List<Step> steps = new ArrayList<>();
    int status = 200;
    String body = "";
    private Map<String, Object> usage = usage(10, 5);
    private boolean ended;
    private int items;

    private ModelReply() {}

    /** An empty reply to add steps to. */
    public static ModelReply reply() {
        return new ModelReply();
    }

    /** One assistant message, streamed in one piece. */
    public static ModelReply says(String text) {
        return reply().message(text, text);
    }

    /** One function call. */
    public static ModelReply calls(String tool, Object arguments) {
        return reply().call(tool, "call_" + tool, arguments);
    }

    /** An HTTP answer instead of a stream. */
    public static ModelReply status(int status, String body) {
        var reply = reply();
        reply.status = status;
        reply.body = body;
        return reply;
    }

    /** Adds an assistant message that arrives in the given pieces. */
    public ModelReply message(String text, String... pieces) {
        return beginMessage(pieces).endMessage(text);
    }

    /** Adds an assistant message that is begun, streamed and never finished. */
    public ModelReply beginMessage(String... pieces) {
        event(Map.of("type", "response.output_item.added", "output_index", items, "item", messageItem(List.of())));
        for (var piece : pieces) {
            event(Map.of(
                    "type",
                    "response.output_text.delta",
                    "item_id",
                    "msg_" + items,
                    "output_index",
                    items,
                    "content_index",
                    0,
                    "delta",
                    piece));
        }
        return this;
    }

    /** Finishes the message that {@link #beginMessage} began. */
    public ModelReply endMessage(String text) {
        event(Map.of(
                "type",
                "response.output_item.done",
                "output_index",
                items,
                "item",
                messageItem(List.of(Map.of("type", "output_text", "text", text)))));
        items++;
        return this;
    }

    private Map<String, Object> messageItem(List<?> content) {
        return Map.of("type", "message", "role", "assistant", "id", "msg_" + items, "content", content);
    }

    /** Adds a function call. {@code arguments} is sent as it is if it is a text, else as JSON. */
    public ModelReply call(String tool, String callId, Object arguments) {
        return item(Map.of(
                "type",
                "function_call",
                "id",
                "fc_" + callId,
                "call_id",
                callId,
                "name",
                tool,
                "arguments",
                arguments instanceof String text ? text : write(arguments)));
    }

    /** Adds a call of a freeform tool. */
    public ModelReply custom(String tool, String callId, String input) {
        return item(Map.of(
                "type", "custom_tool_call", "id", "ctc_" + callId, "call_id", callId, "name", tool, "input", input));
    }

    /** Adds a finished output item of any kind. */
    public ModelReply item(Map<String, ?> item) {
        event(Map.of("type", "response.output_item.done", "output_index", items, "item", item));
        items++;
        return this;
    }

    /** Adds an event as it is. */
    public ModelReply event(Map<String, ?> event) {
        steps.add(new Step.Event(write(event)));
        return this;
    }

    /** Adds raw bytes to the stream. */
    public ModelReply raw(byte[] bytes) {
        steps.add(new Step.Raw(bytes));
        return this;
    }

    /** Waits here until {@link ScriptedModel#open} is called with that name. */
    public ModelReply gate(String name) {
        steps.add(new Step.Gate(name));
        return this;
    }

    /** Stalls here for ever. */
    public ModelReply hang() {
        steps.add(new Step.Hang());
        ended = true;
        return this;
    }

    /** Closes the connection here. */
    public ModelReply cut() {
        steps.add(new Step.Cut());
        ended = true;
        return this;
    }

    /** Ends the stream with a failure of the given code. */
    public ModelReply failed(String code, String message) {
        ended = true;
        return event(Map.of(
                "type",
                "response.failed",
                "response",
                Map.of("id", "resp", "status", "failed", "error", Map.of("code", code, "message", message))));
    }

    /** Sets the token counts of the final event. */
    public ModelReply tokens(long input, long output) {
        usage = usage(input, output);
        return this;
    }

    private static Map<String, Object> usage(long input, long output) {
        var usage = new LinkedHashMap<String, Object>();
        usage.put("input_tokens", input);
        usage.put("input_tokens_details", null);
        usage.put("output_tokens", output);
        usage.put("output_tokens_details", null);
        usage.put("total_tokens", input + output);
        return usage;
    }

    /** The whole stream, with its first and last events. */
    List<Step> stream() {
        var all = new ArrayList<Step>();
        all.add(new Step.Event(write(Map.of("type", "response.created", "response", Map.of("id", "resp")))));
        all.addAll(steps);
        if (!ended) {
            all.add(new Step.Event(
                    write(Map.of("type", "response.completed", "response", Map.of("id", "resp", "usage", usage)))));
        }
        return all;
    }

    private static String write(Object value) {
        try {
            return JSON.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(e);
        }
    }
}
