package dev.bobbin.appserver.telemetry.otel;

import dev.bobbin.appserver.config.OtelConfig;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.metrics.Meter;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.exporter.otlp.http.metrics.OtlpHttpMetricExporter;
import io.opentelemetry.exporter.otlp.http.trace.OtlpHttpSpanExporter;
import io.opentelemetry.sdk.common.CompletableResultCode;
import io.opentelemetry.sdk.metrics.SdkMeterProvider;
import io.opentelemetry.sdk.metrics.export.PeriodicMetricReader;
import io.opentelemetry.sdk.resources.Resource;
import io.opentelemetry.sdk.trace.SdkTracerProvider;
import io.opentelemetry.sdk.trace.export.BatchSpanProcessor;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** The SDK, put together for one server. Nothing of it is global but the way its complaints are logged. */
final class Sdk {
    private static final String SERVICE = "bobbin";

    private final SdkTracerProvider traces;
    private final SdkMeterProvider metrics;

    private Sdk(SdkTracerProvider traces, SdkMeterProvider metrics) {
        this.traces = traces;
        this.metrics = metrics;
    }

    static Sdk open(OtelConfig config, String version) {
        Complaints.redirect();
        var resource = Resource.create(Attributes.builder()
                .put("service.name", SERVICE)
                .put("service.version", version)
                .put("deployment.environment.name", config.environment())
                .put("env", config.environment())
                .build());
        return new Sdk(traces(config.traces(), resource), metrics(config.metrics(), resource));
    }

    private static SdkTracerProvider traces(OtelConfig.@Nullable Target target, Resource resource) {
        var traces = SdkTracerProvider.builder().setResource(resource);
        if (target != null) {
            var exporter = OtlpHttpSpanExporter.builder().setEndpoint(target.endpoint());
            target.headers().forEach(exporter::addHeader);
            traces.addSpanProcessor(BatchSpanProcessor.builder(exporter.build()).build());
        }
        return traces.build();
    }

    private static SdkMeterProvider metrics(OtelConfig.@Nullable Target target, Resource resource) {
        var metrics = SdkMeterProvider.builder().setResource(resource);
        if (target != null) {
            var exporter = OtlpHttpMetricExporter.builder().setEndpoint(target.endpoint());
            target.headers().forEach(exporter::addHeader);
            metrics.registerMetricReader(PeriodicMetricReader.create(exporter.build()));
        }
        return metrics.build();
    }

    Tracer tracer() {
        return traces.get(SERVICE);
    }

    Meter meter() {
        return metrics.get(SERVICE);
    }

    /** Exports what is left, for as long as that. */
    void close(Duration wait) {
        CompletableResultCode.ofAll(List.of(traces.shutdown(), metrics.shutdown()))
                .join(wait.toMillis(), TimeUnit.MILLISECONDS);
    }
}
