package dev.bobbin.appserver.telemetry.otel;

import dev.bobbin.appserver.config.OtelConfig;
import dev.bobbin.appserver.telemetry.Observer.Tokens;
import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.context.Context;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** What happened, as spans and metrics. Names are those of OpenTelemetry's conventions where they have one. For one thread. */
final class Exports implements AutoCloseable {
    private static final AttributeKey<String> METHOD = AttributeKey.stringKey("rpc.method");
    private static final AttributeKey<String> SYSTEM = AttributeKey.stringKey("rpc.system");
    private static final AttributeKey<Long> ERROR_CODE = AttributeKey.longKey("rpc.jsonrpc.error_code");
    private static final AttributeKey<String> LANE = AttributeKey.stringKey("bobbin.lane");
    private static final AttributeKey<Double> QUEUE_SECONDS = AttributeKey.doubleKey("bobbin.queue.duration");
    private static final AttributeKey<String> THREAD = AttributeKey.stringKey("bobbin.thread.id");
    private static final AttributeKey<String> TURN = AttributeKey.stringKey("bobbin.turn.id");
    private static final AttributeKey<String> KIND = AttributeKey.stringKey("bobbin.turn.kind");
    private static final AttributeKey<String> STATUS = AttributeKey.stringKey("bobbin.turn.status");
    private static final AttributeKey<String> OUTCOME = AttributeKey.stringKey("bobbin.call.outcome");
    private static final AttributeKey<Double> FIRST_BYTE_SECONDS =
            AttributeKey.doubleKey("bobbin.call.time_to_first_byte");
    private static final AttributeKey<String> OPERATION = AttributeKey.stringKey("gen_ai.operation.name");
    private static final AttributeKey<String> PROVIDER = AttributeKey.stringKey("gen_ai.provider.name");
    private static final AttributeKey<String> MODEL = AttributeKey.stringKey("gen_ai.request.model");
    private static final AttributeKey<Long> INPUT_TOKENS = AttributeKey.longKey("gen_ai.usage.input_tokens");
    private static final AttributeKey<Long> OUTPUT_TOKENS = AttributeKey.longKey("gen_ai.usage.output_tokens");
    private static final AttributeKey<Long> CACHED_TOKENS =
            AttributeKey.longKey("gen_ai.usage.cache_read.input_tokens");
    private static final AttributeKey<Long> HTTP_STATUS = AttributeKey.longKey("http.response.status_code");
    private static final AttributeKey<Long> SENT = AttributeKey.longKey("http.request.body.size");
    private static final AttributeKey<Long> RECEIVED = AttributeKey.longKey("http.response.body.size");
    private static final int SERVER_ERROR = 500;

    private final Sdk sdk;
    private final Tracer tracer;
    private final Instruments instruments;
    private final Duration lastExport;

    /** By thread: a thread has one turn at a time. */
    private final Map<String, Span> turns = new HashMap<>();

    private Exports(Sdk sdk, Duration lastExport) {
        this.sdk = sdk;
        this.tracer = sdk.tracer();
        this.instruments = new Instruments(sdk.meter());
        this.lastExport = lastExport;
    }

    /** Loads the SDK. */
    static Exports open(OtelConfig config, String version, Duration lastExport) {
        return new Exports(Sdk.open(config, version), lastExport);
    }

    void request(DoneRequest done) {
        var span = span(done.method(), SpanKind.SERVER, done.arrived(), Context.root());
        span.setAttribute(SYSTEM, "jsonrpc").setAttribute(METHOD, done.method()).setAttribute(LANE, done.lane());
        span.setAttribute(QUEUE_SECONDS, Instruments.seconds(done.begun().since(done.arrived())));
        if (done.errorCode() != 0) {
            span.setAttribute(ERROR_CODE, done.errorCode()).setStatus(StatusCode.ERROR);
        }
        end(span, done.arrived(), done.ended());
        instruments.request(
                done.ended().since(done.arrived()),
                Attributes.of(SYSTEM, "jsonrpc", METHOD, done.method(), ERROR_CODE, (long) done.errorCode()));
    }

    void turnBegan(String threadId, String turnId, String kind, Moment begun) {
        var span = span("turn", SpanKind.INTERNAL, begun, Context.root());
        span.setAttribute(THREAD, threadId).setAttribute(TURN, turnId).setAttribute(KIND, kind);
        turns.put(threadId, span);
    }

    void turnEnded(String threadId, String status, Tokens tokens, Moment begun, Moment ended) {
        var span = turns.remove(threadId);
        if (span != null) {
            span.setAttribute(STATUS, status);
            span.setAttribute(INPUT_TOKENS, tokens.input())
                    .setAttribute(CACHED_TOKENS, tokens.cachedInput())
                    .setAttribute(OUTPUT_TOKENS, tokens.output());
            if (status.equals("failed")) {
                span.setStatus(StatusCode.ERROR);
            }
            end(span, begun, ended);
        }
        instruments.turn(ended.since(begun), Attributes.of(STATUS, status), tokens);
    }

    void modelCall(DoneCall done) {
        var turn = turns.get(done.threadId());
        var parent = turn == null ? Context.root() : Context.root().with(turn);
        var span = span("chat " + done.model(), SpanKind.CLIENT, done.begun(), parent);
        span.setAttribute(THREAD, done.threadId()).setAttribute(OPERATION, "chat");
        span.setAttribute(PROVIDER, done.provider()).setAttribute(MODEL, done.model());
        span.setAttribute(SENT, done.sentBytes()).setAttribute(RECEIVED, done.receivedBytes());
        span.setAttribute(OUTCOME, done.outcome());
        if (done.status() != 0) {
            span.setAttribute(HTTP_STATUS, done.status());
            span.setAttribute(
                    FIRST_BYTE_SECONDS, Instruments.seconds(done.answered().since(done.begun())));
        }
        if (done.outcome().equals("failed") || done.status() >= SERVER_ERROR) {
            span.setStatus(StatusCode.ERROR);
        }
        end(span, done.begun(), done.ended());
        instruments.call(
                done.ended().since(done.begun()),
                done.answered().since(done.begun()),
                Attributes.of(PROVIDER, done.provider(), MODEL, done.model(), OUTCOME, done.outcome()));
    }

    private Span span(String name, SpanKind kind, Moment begun, Context parent) {
        return tracer.spanBuilder(name)
                .setSpanKind(kind)
                .setParent(parent)
                .setStartTimestamp(begun.epochNanos(), TimeUnit.NANOSECONDS)
                .startSpan();
    }

    /** How long it took is right even if the clock was set meanwhile. */
    private static void end(Span span, Moment begun, Moment ended) {
        span.end(begun.epochNanos() + ended.since(begun), TimeUnit.NANOSECONDS);
    }

    @Override
    public void close() {
        sdk.close(lastExport);
    }
}
