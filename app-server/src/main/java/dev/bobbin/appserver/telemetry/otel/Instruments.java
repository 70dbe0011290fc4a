package dev.bobbin.appserver.telemetry.otel;

import dev.bobbin.appserver.telemetry.Observer.Tokens;
import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.metrics.DoubleHistogram;
import io.opentelemetry.api.metrics.LongCounter;
import io.opentelemetry.api.metrics.Meter;

/** The metrics: durations in seconds, and tokens. */
final class Instruments {
    private static final AttributeKey<String> TOKEN_TYPE = AttributeKey.stringKey("gen_ai.token.type");
    private static final double NANOS = 1e9;

    private final DoubleHistogram requests;
    private final DoubleHistogram turns;
    private final DoubleHistogram calls;
    private final DoubleHistogram firstBytes;
    private final LongCounter tokens;

    Instruments(Meter meter) {
        this.requests = seconds(meter, "rpc.server.duration", "Requests, from their arrival to their answer");
        this.turns = seconds(meter, "bobbin.turn.duration", "Turns");
        this.calls = seconds(meter, "gen_ai.client.operation.duration", "Calls to models, to the end of their streams");
        this.firstBytes =
                seconds(meter, "bobbin.call.time_to_first_byte", "Calls to models, to the head of the answer");
        this.tokens =
                meter.counterBuilder("bobbin.turn.tokens").setUnit("{token}").build();
    }

    private static DoubleHistogram seconds(Meter meter, String name, String description) {
        return meter.histogramBuilder(name)
                .setUnit("s")
                .setDescription(description)
                .build();
    }

    static double seconds(long nanos) {
        return nanos / NANOS;
    }

    void request(long nanos, Attributes attributes) {
        requests.record(seconds(nanos), attributes);
    }

    void turn(long nanos, Attributes attributes, Tokens used) {
        turns.record(seconds(nanos), attributes);
        tokens.add(used.input(), Attributes.of(TOKEN_TYPE, "input"));
        tokens.add(used.cachedInput(), Attributes.of(TOKEN_TYPE, "cached_input"));
        tokens.add(used.output(), Attributes.of(TOKEN_TYPE, "output"));
        tokens.add(used.reasoning(), Attributes.of(TOKEN_TYPE, "reasoning"));
    }

    /** @param firstNanos 0 if there was no answer */
    void call(long nanos, long firstNanos, Attributes attributes) {
        calls.record(seconds(nanos), attributes);
        if (firstNanos > 0) {
            firstBytes.record(seconds(firstNanos), attributes);
        }
    }
}
