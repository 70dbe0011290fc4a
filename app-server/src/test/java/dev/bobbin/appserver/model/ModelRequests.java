package dev.bobbin.appserver.model;

import dev.bobbin.appserver.config.ProviderConfig;
import dev.bobbin.appserver.config.WireApi;
import dev.bobbin.appserver.model.http.HttpCalls;
import dev.bobbin.appserver.model.provider.ProviderCalls;
import dev.bobbin.appserver.telemetry.Observers;
import dev.bobbin.rollout.line.RawJson;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TimeZone;
import org.jspecify.annotations.Nullable;

/** Requests and clients for tests. */
public final class ModelRequests {
    public static final Instant NOW = Instant.parse("2026-01-02T03:04:05Z");

    private ModelRequests() {}

    public static ProviderConfig provider(String baseUrl) {
        return provider(baseUrl, 0, Duration.ofSeconds(20));
    }

    public static ProviderConfig provider(String baseUrl, int retries, Duration idle) {
        return provider(baseUrl, retries, idle, null, Map.of());
    }

    public static ProviderConfig provider(
            String baseUrl, int retries, Duration idle, @Nullable String envKey, Map<String, String> query) {
        return new ProviderConfig(
                "mock",
                "Mock",
                WireApi.RESPONSES,
                baseUrl,
                envKey,
                null,
                null,
                Map.of("x-a", "1"),
                Map.of("x-b", "B_VALUE", "x-c", "UNSET"),
                query,
                retries,
                0,
                idle,
                false);
    }

    public static ModelRequest request(ProviderConfig provider, RawJson... input) {
        return new ModelRequest(
                provider,
                "mock-model",
                "Be brief.",
                List.of(input),
                List.of(),
                ModelTraits.of("mock-model").settings(null, null, null, null, null),
                null,
                "thread-1",
                Map.of("session-id", "thread-1"),
                Map.of());
    }

    /** Calls that record their waits instead of waiting. */
    public static ProviderCalls calls(HttpCalls http, Map<String, String> env, List<Duration> waits) {
        return new ProviderCalls(
                http,
                env,
                () -> null,
                new Backoff(new Random(1), waits::add),
                Clock.fixed(NOW, ZoneOffset.UTC),
                TimeZone.getTimeZone("UTC"),
                new Observers());
    }

    public static HttpCalls http() {
        return new HttpCalls(Map.of(), System::nanoTime);
    }

    /** All events of an answer. */
    public static List<ModelEvent> events(ModelClient client, ModelRequest request)
            throws ModelException, InterruptedException {
        var events = new ArrayList<ModelEvent>();
        client.stream(request, events::add);
        return events;
    }
}
