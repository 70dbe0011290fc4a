package dev.bobbin.appserver.model.provider;

import dev.bobbin.appserver.config.ProviderConfig;
import dev.bobbin.appserver.model.Backoff;
import dev.bobbin.appserver.model.ModelEvent;
import dev.bobbin.appserver.model.ModelEventSink;
import dev.bobbin.appserver.model.ModelException;
import dev.bobbin.appserver.model.ModelRequest;
import dev.bobbin.appserver.model.http.EventStream;
import dev.bobbin.appserver.model.http.HttpAnswer;
import dev.bobbin.appserver.model.http.HttpCall;
import dev.bobbin.appserver.model.http.HttpCalls;
import dev.bobbin.appserver.telemetry.Observer;
import dev.bobbin.appserver.telemetry.Observer.CallWatch;
import java.io.IOException;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.TimeZone;
import org.jspecify.annotations.Nullable;

/** Makes calls to providers and hands on the events of their answers. Safe for use from many threads. */
public final class ProviderCalls {
    private static final int MAX_ERROR_BYTES = 1024 * 1024;
    private static final Duration MODELS_PATIENCE = Duration.ofSeconds(5);

    private final HttpCalls http;
    private final Map<String, String> env;
    private final ProviderKeys keys;
    private final Backoff backoff;
    private final ProviderFailures failures;
    private final Observer observer;

    /**
     * @param zone for times in messages
     * @param observer told of calls to models
     */
    public ProviderCalls(
            HttpCalls http,
            Map<String, String> env,
            ProviderKeys keys,
            Backoff backoff,
            InstantSource clock,
            TimeZone zone,
            Observer observer) {
        this.http = http;
        this.env = env;
        this.keys = keys;
        this.backoff = backoff;
        this.observer = observer;
        this.failures = new ProviderFailures(clock, zone);
    }

    /** Takes the data of events. */
    public interface EventReader {
        /**
         * Takes the data of the next event.
         *
         * @param data JSON, or whatever the server sent, in the first {@code length} bytes; valid only during the call
         * @return whether the answer is complete
         */
        boolean read(byte[] data, int length) throws ModelException, InterruptedException;

        /** The stream has ended; whether the answer is complete nevertheless. */
        default boolean end() throws ModelException, InterruptedException {
            return false;
        }
    }

    /**
     * The models that a provider says it has, in its own words.
     *
     * @return the JSON text of its answer
     * @throws ModelException if it cannot be asked: its address is unusable, or its key is missing
     * @throws IOException if it does not answer, or with anything but success
     */
    public byte[] models(ProviderConfig provider) throws ModelException, IOException, InterruptedException {
        var headers = ProviderHead.headers(provider, Map.of(), env, keys);
        headers.put("accept", "application/json");
        var call = new HttpCall(ProviderHead.uri(provider, "/models"), headers, List.of(), MODELS_PATIENCE);
        try (var answer = http.get(call)) {
            if (answer.status() != 200) {
                throw new IOException("status " + answer.status());
            }
            return answer.body().readNBytes(MAX_ERROR_BYTES);
        }
    }

    /**
     * Sends a body and reads events until the reader has seen the whole answer.
     *
     * @param path below the provider's address, as {@code /responses}
     * @param sink gets the rate limits that the head of the answer tells
     * @throws ModelException if no whole answer came
     */
    public void stream(ModelRequest request, String path, List<byte[]> body, ModelEventSink sink, EventReader reader)
            throws ModelException, InterruptedException {
        var provider = request.provider();
        var call = new HttpCall(
                ProviderHead.uri(provider, path),
                ProviderHead.headers(provider, request.headers(), env, keys),
                body,
                provider.streamIdleTimeout());
        var watch = observer.modelCall(request.promptCacheKey(), provider.id(), request.model());
        if (watch == null) {
            stream(provider, call, sink, reader, null);
        } else {
            streamWatched(provider, call, sink, reader, watch);
        }
    }

    private void streamWatched(
            ProviderConfig provider, HttpCall call, ModelEventSink sink, EventReader reader, CallWatch watch)
            throws ModelException, InterruptedException {
        var counted = new CountedCall(watch);
        try {
            stream(provider, call, sink, reader, counted);
            counted.outcome = "completed";
        } catch (InterruptedException e) {
            counted.outcome = "interrupted";
            throw e;
        } finally {
            watch.ended(counted.outcome, call.length(), counted.readBytes());
        }
    }

    /** What is known of a call that somebody looks at; for one thread. */
    private static final class CountedCall {
        private final CallWatch watch;
        private String outcome = "failed";
        private @Nullable HttpAnswer answer;

        CountedCall(CallWatch watch) {
            this.watch = watch;
        }

        void answered(HttpAnswer latest) {
            answer = latest;
            watch.answered(latest.status());
        }

        long readBytes() {
            return answer == null ? 0 : answer.body().readBytes();
        }
    }

    private void stream(
            ProviderConfig provider,
            HttpCall call,
            ModelEventSink sink,
            EventReader reader,
            @Nullable CountedCall counted)
            throws ModelException, InterruptedException {
        try (var answer = answered(provider, call, sink, counted)) {
            sink.accept(new ModelEvent.RateLimits(RateLimitHeaders.read(answer)));
            readEvents(answer, reader);
            answer.drain();
        }
    }

    /** Repeats calls that got no answer, or one that blames the server. */
    private HttpAnswer answered(
            ProviderConfig provider, HttpCall call, ModelEventSink sink, @Nullable CountedCall counted)
            throws ModelException, InterruptedException {
        for (var attempt = 1; ; attempt++) {
            var last = attempt > provider.requestMaxRetries();
            try {
                var answer = http.post(call);
                if (counted != null) {
                    counted.answered(answer);
                }
                if (answer.status() >= 200 && answer.status() < 300) {
                    return answer;
                }
                if (answer.status() < 500 || last) {
                    throw refused(call, answer, sink);
                }
                answer.close();
            } catch (IOException e) {
                if (last) {
                    throw ProviderFailures.unreachable(call.uri());
                }
            }
            backoff.pause(attempt);
        }
    }

    private ModelException refused(HttpCall call, HttpAnswer answer, ModelEventSink sink) throws InterruptedException {
        byte[] body;
        try (answer) {
            body = answer.body().readNBytes(MAX_ERROR_BYTES);
        } catch (IOException e) {
            throwIfInterrupted();
            body = new byte[0];
        }
        var failure = failures.ofStatus(answer.status(), answer::header, body, call.uri());
        if (failure.usageLimit()) {
            sink.accept(new ModelEvent.RateLimits(RateLimitHeaders.read(answer)));
        }
        return failure;
    }

    private static void readEvents(HttpAnswer answer, EventReader reader) throws ModelException, InterruptedException {
        var body = answer.body();
        var events = new EventStream(body);
        try {
            while (events.next()) {
                if (reader.read(events.data(), events.length())) {
                    return;
                }
                body.restart();
            }
            if (reader.end()) {
                return;
            }
        } catch (SocketTimeoutException e) {
            throw ModelException.disconnected("idle timeout waiting for SSE");
        } catch (IOException e) {
            throwIfInterrupted();
            throw ModelException.disconnected("Transport error: network error: error decoding response body");
        }
        throwIfInterrupted();
        throw ModelException.disconnected("stream closed before response.completed");
    }

    /** Loads what the first call would load, without using the network. */
    public void warm() {
        http.warm();
    }

    private static void throwIfInterrupted() throws InterruptedException {
        if (Thread.interrupted()) {
            throw new InterruptedException();
        }
    }
}
