package dev.bobbin.appserver.model.chat;

import dev.bobbin.appserver.model.ModelClient;
import dev.bobbin.appserver.model.ModelEventSink;
import dev.bobbin.appserver.model.ModelException;
import dev.bobbin.appserver.model.ModelRequest;
import dev.bobbin.appserver.model.provider.ProviderCalls;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Speaks chat completions. */
public final class ChatClient implements ModelClient {
    private static final String PATH = "/chat/completions";

    private final ProviderCalls calls;

    public ChatClient(ProviderCalls calls) {
        this.calls = calls;
    }

    @Override
    public void stream(ModelRequest request, ModelEventSink sink) throws ModelException, InterruptedException {
        var tools = ChatTools.of(request.tools());
        var body = ChatBody.of(request, tools).toString().getBytes(StandardCharsets.UTF_8);
        calls.stream(
                request,
                PATH,
                List.of(body),
                sink,
                new ChatAnswer(sink, tools, request.input().size()));
    }
}
