package dev.bobbin.appserver.model.chat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.bobbin.appserver.model.ModelEvent;
import dev.bobbin.appserver.model.ModelEventSink;
import dev.bobbin.appserver.model.ModelException;
import dev.bobbin.appserver.model.provider.ProviderCalls;
import dev.bobbin.appserver.model.provider.ProviderFailures;
import dev.bobbin.rollout.line.RawJson;
import dev.bobbin.rollout.line.TokenUsage;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Puts the chunks of one streamed completion together to items: reasoning, then the message, then calls. */
final class ChatAnswer implements ProviderCalls.EventReader {
    private static final String DONE = "[DONE]";

    private final ModelEventSink sink;
    private final ChatTools tools;
    private final String fallbackId;
    private final StringBuilder text = new StringBuilder();
    private final StringBuilder reasoning = new StringBuilder();
    private final Map<Integer, Call> calls = new TreeMap<>();
    private @Nullable String id;
    private @Nullable String finish;
    private @Nullable TokenUsage usage;

    private static final class Call {
        private String id = "";
        private String name = "";
        private final StringBuilder arguments = new StringBuilder();
    }

    /** @param serial makes ids for a provider that gives none; differs between the requests of a thread */
    ChatAnswer(ModelEventSink sink, ChatTools tools, int serial) {
        this.sink = sink;
        this.tools = tools;
        this.fallbackId = "chat_" + serial;
    }

    @Override
    public boolean read(byte[] data, int length) throws ModelException, InterruptedException {
        if (length == DONE.length() && new String(data, 0, length, StandardCharsets.UTF_8).equals(DONE)) {
            return end();
        }
        JsonNode chunk;
        try {
            chunk = RawJson.of(data, 0, length).tree();
        } catch (UncheckedIOException e) {
            return false;
        }
        if (chunk.path("error").isObject()) {
            throw ProviderFailures.ofResponse(chunk.path("error"));
        }
        if (id == null) {
            id = chunk.path("id").asText(fallbackId);
            sink.accept(new ModelEvent.Created(id));
        }
        usage(chunk.path("usage"));
        var choice = chunk.path("choices").path(0);
        delta(choice.path("delta"));
        if (choice.path("finish_reason").isTextual()) {
            finish = choice.path("finish_reason").textValue();
        }
        return false;
    }

    private void delta(JsonNode delta) throws InterruptedException {
        var thought = delta.path("reasoning_content").isTextual()
                ? delta.path("reasoning_content").textValue()
                : delta.path("reasoning").asText("");
        if (!thought.isEmpty()) {
            if (reasoning.isEmpty()) {
                sink.accept(new ModelEvent.ItemAdded(reasoningItem("")));
            }
            reasoning.append(thought);
            sink.accept(new ModelEvent.ReasoningTextDelta(itemId("rs_"), 0, thought));
        }
        var said = delta.path("content").asText("");
        if (delta.path("content").isTextual() && !said.isEmpty()) {
            if (text.isEmpty()) {
                finishReasoning();
                sink.accept(new ModelEvent.ItemAdded(messageItem("")));
            }
            text.append(said);
            sink.accept(new ModelEvent.TextDelta(itemId("msg_"), said));
        }
        for (var part : delta.path("tool_calls")) {
            var call = calls.computeIfAbsent(part.path("index").asInt(calls.size()), _ -> new Call());
            call.id = part.path("id").asText(call.id);
            call.name = part.path("function").path("name").asText(call.name);
            call.arguments.append(part.path("function").path("arguments").asText(""));
        }
    }

    private void usage(JsonNode node) {
        if (node.isObject()) {
            usage = new TokenUsage(
                    node.path("prompt_tokens").asLong(),
                    node.path("prompt_tokens_details").path("cached_tokens").asLong(),
                    node.path("completion_tokens").asLong(),
                    node.path("completion_tokens_details")
                            .path("reasoning_tokens")
                            .asLong(),
                    node.path("total_tokens").asLong());
        }
    }

    /** Complete if the model said why it stopped, and that was not for want of room. */
    @Override
    public boolean end() throws ModelException, InterruptedException {
        if (finish == null || id == null) {
            return false;
        }
        if (finish.equals("length") || finish.equals("content_filter")) {
            var reason = finish.equals("length") ? "max_output_tokens" : finish;
            throw ModelException.disconnected("Incomplete response returned, reason: " + reason);
        }
        finishReasoning();
        if (!text.isEmpty()) {
            done(messageItem(text.toString()));
        }
        for (var call : calls.entrySet()) {
            done(callItem(call.getKey(), call.getValue()));
        }
        sink.accept(new ModelEvent.Completed(id, usage));
        return true;
    }

    private void finishReasoning() throws InterruptedException {
        if (!reasoning.isEmpty()) {
            done(reasoningItem(reasoning.toString()));
            reasoning.setLength(0);
        }
    }

    private void done(ObjectNode item) throws InterruptedException {
        sink.accept(new ModelEvent.ItemDone(RawJson.of((JsonNode) item), item));
    }

    private String itemId(String prefix) {
        return prefix + (id == null ? fallbackId : id);
    }

    private ObjectNode messageItem(String said) {
        var item = item("message", "msg_").put("role", "assistant");
        var content = item.putArray("content");
        if (!said.isEmpty()) {
            content.addObject().put("type", "output_text").put("text", said);
        }
        return item;
    }

    private ObjectNode reasoningItem(String thought) {
        var item = item("reasoning", "rs_");
        item.putArray("summary");
        if (!thought.isEmpty()) {
            item.putArray("content").addObject().put("type", "reasoning_text").put("text", thought);
        }
        return item;
    }

    private ObjectNode callItem(int index, Call call) {
        var callId = call.id.isEmpty() ? "call_" + index + "_" + itemId("") : call.id;
        if (tools.freeform().contains(call.name)) {
            var item = item("custom_tool_call", "ctc_" + index + "_");
            return item.put("call_id", callId).put("name", call.name).put("input", freeformInput(call));
        }
        var arguments = call.arguments.isEmpty() ? "{}" : call.arguments.toString();
        var item = item("function_call", "fc_" + index + "_");
        return item.put("call_id", callId).put("name", call.name).put("arguments", arguments);
    }

    /** A model that forgot the wrapping means the whole text. */
    private static String freeformInput(Call call) {
        var arguments = call.arguments.toString();
        try {
            var input = RawJson.of(arguments).tree().path("input");
            return input.isTextual() ? input.textValue() : arguments;
        } catch (UncheckedIOException e) {
            return arguments;
        }
    }

    private ObjectNode item(String type, String idPrefix) {
        return JsonNodeFactory.instance.objectNode().put("type", type).put("id", itemId(idPrefix));
    }
}
