package dev.bobbin.appserver.turn;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.bobbin.appserver.model.ModelClient;
import dev.bobbin.appserver.model.ModelEvent;
import dev.bobbin.appserver.model.ModelEventSink;
import dev.bobbin.appserver.model.ModelException;
import dev.bobbin.appserver.model.ModelRequest;
import dev.bobbin.rollout.line.RawJson;
import dev.bobbin.rollout.line.TokenUsage;
import java.util.ArrayList;
import java.util.List;

/** A model whose answers are known beforehand. */
final class ScriptedModel implements ModelClient {
    final List<ModelRequest> requests = new ArrayList<>();
    private final List<Answer> answers = new ArrayList<>();

    /** One answer: says what comes, may throw, may wait to be interrupted. */
    interface Answer {
        void play(ModelEventSink sink) throws ModelException, InterruptedException;
    }

    ScriptedModel then(Answer answer) {
        answers.add(answer);
        return this;
    }

    ScriptedModel says(String... texts) {
        return then(sink -> {
            sink.accept(new ModelEvent.Created("resp"));
            for (var i = 0; i < texts.length; i++) {
                message(sink, "msg_" + i, texts[i]);
            }
            sink.accept(completed(15));
        });
    }

    ScriptedModel brings(String... items) {
        return then(sink -> {
            for (var item : items) {
                sink.accept(done(item));
            }
            sink.accept(completed(15));
        });
    }

    static void message(ModelEventSink sink, String id, String text) throws InterruptedException {
        sink.accept(
                new ModelEvent.ItemAdded(tree("{\"type\":\"message\",\"role\":\"assistant\",\"id\":\"" + id + "\"}")));
        sink.accept(new ModelEvent.TextDelta(id, text));
        sink.accept(done("{\"type\":\"message\",\"role\":\"assistant\",\"id\":\"" + id
                + "\",\"content\":[{\"type\":\"output_text\",\"text\":\"" + text.replace("\n", "\\n") + "\"}]}"));
    }

    static ModelEvent.ItemDone done(String item) {
        return new ModelEvent.ItemDone(RawJson.of(item), tree(item));
    }

    static ModelEvent.Completed completed(long tokens) {
        return new ModelEvent.Completed("resp", new TokenUsage(tokens - 5, 0, 5, 0, tokens));
    }

    static ObjectNode tree(String json) {
        return (ObjectNode) RawJson.of(json).tree();
    }

    @Override
    public void stream(ModelRequest request, ModelEventSink sink) throws ModelException, InterruptedException {
        requests.add(request);
        if (answers.isEmpty()) {
            throw new AssertionError("the model was asked once too often");
        }
        answers.removeFirst().play(sink);
    }

    /** The conversation of one request, without context messages, each item in a few words. */
    List<String> conversation(int request) {
        var texts = new ArrayList<String>();
        for (var raw : requests.get(request).input()) {
            var item = raw.tree();
            var role = item.path("role").asText();
            var text = item.path("content").path(0).path("text").asText();
            if (!role.equals("developer") && !text.startsWith("<environment_context>")) {
                texts.add(
                        role.isEmpty()
                                ? item.path("type").asText() + " "
                                        + item.path("output").asText()
                                : text);
            }
        }
        return texts;
    }
}
