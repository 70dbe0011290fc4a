package dev.bobbin.appserver.model.routing;

import dev.bobbin.appserver.config.ProviderConfig;
import dev.bobbin.appserver.config.WireApi;
import dev.bobbin.appserver.model.Backoff;
import dev.bobbin.appserver.model.ModelClient;
import dev.bobbin.appserver.model.ModelEventSink;
import dev.bobbin.appserver.model.ModelException;
import dev.bobbin.appserver.model.ModelListings;
import dev.bobbin.appserver.model.ModelRequest;
import dev.bobbin.appserver.model.chat.ChatClient;
import dev.bobbin.appserver.model.http.HttpCalls;
import dev.bobbin.appserver.model.offline.OfflineModel;
import dev.bobbin.appserver.model.provider.ProviderCalls;
import dev.bobbin.appserver.model.responses.ResponsesClient;
import dev.bobbin.appserver.telemetry.Observer;
import java.io.IOException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Map;
import java.util.Random;
import java.util.TimeZone;
import org.jspecify.annotations.Nullable;

/** Hands each request to the client for its provider's API. Safe for use from many threads. */
public final class RoutedModelClient implements ModelClient, ModelListings, AutoCloseable {
    private final HttpCalls http;
    private final ProviderCalls calls;
    private final ModelClient responses;
    private final ModelClient chat;
    private final ModelClient offline;

    /**
     * @param codexHome where {@code auth.json} is
     * @param zone of times in messages
     * @param backoff waits between silent repetitions
     * @param observer told of calls
     */
    public RoutedModelClient(
            Path codexHome,
            Map<String, String> env,
            InstantSource clock,
            TimeZone zone,
            Backoff backoff,
            Observer observer) {
        this.http = new HttpCalls(env, System::nanoTime);
        this.calls = new ProviderCalls(http, env, new AuthFile(codexHome, env), backoff, clock, zone, observer);
        this.responses = new ResponsesClient(calls);
        this.chat = new ChatClient(calls);
        this.offline = new OfflineModel();
    }

    /** As the server uses it: real time, real waits. */
    public static RoutedModelClient create(Path codexHome, Map<String, String> env, Observer observer) {
        return new RoutedModelClient(
                codexHome,
                env,
                InstantSource.system(),
                TimeZone.getDefault(),
                new Backoff(new Random(), Thread::sleep),
                observer);
    }

    @Override
    public void stream(ModelRequest request, ModelEventSink sink) throws ModelException, InterruptedException {
        var client = switch (request.provider().wireApi()) {
            case RESPONSES -> responses;
            case CHAT -> chat;
            case OFFLINE -> offline;
        };
        client.stream(request, sink);
    }

    @Override
    public byte @Nullable [] models(ProviderConfig provider) throws ModelException, IOException, InterruptedException {
        return provider.wireApi() == WireApi.OFFLINE ? null : calls.models(provider);
    }

    @Override
    public void warm() {
        responses.warm();
    }

    /** Closes idle connections. */
    @Override
    public void close() {
        http.close();
    }
}
