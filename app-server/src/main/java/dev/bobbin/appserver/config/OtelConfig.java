package dev.bobbin.appserver.config;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What is exported by OpenTelemetry: {@code [otel]}, whose keys are the peer's.
 *
 * @param environment where the server runs, as collectors are told
 * @param traces null for none
 * @param metrics null for none
 */
public record OtelConfig(
        String environment,
        @Nullable Target traces,
        @Nullable Target metrics) {
    private static final String DEFAULT_ENVIRONMENT = "dev";

    /** Nothing, or what only the peer has. */
    private static final List<String> NOTHING = List.of("none", "statsig");

    private static final String HTTP = "otlp-http";

    /**
     * A collector.
     *
     * @param endpoint the whole address, such as {@code http://localhost:4318/v1/traces}
     */
    public record Target(String endpoint, Map<String, String> headers) {
        @Override
        public String toString() {
            return "Target[" + endpoint + "]";
        }
    }

    /**
     * Reads it from the merged tree.
     *
     * @return null if nothing is to be exported
     * @throws ConfigException if something is asked for that cannot be done
     */
    public static @Nullable OtelConfig of(ObjectNode tree) {
        if (!(tree.get("otel") instanceof ObjectNode table)) {
            return null;
        }
        var traces = target(table, "trace_exporter");
        var metrics = target(table, "metrics_exporter");
        return traces == null && metrics == null
                ? null
                : new OtelConfig(table.path("environment").asText(DEFAULT_ENVIRONMENT), traces, metrics);
    }

    private static @Nullable Target target(ObjectNode table, String key) {
        var exporter = table.path(key);
        if (exporter.isMissingNode() || NOTHING.contains(exporter.asText())) {
            return null;
        }
        var endpoint = exporter.path(HTTP).path("endpoint");
        if (!endpoint.isTextual() || !endpoint.textValue().startsWith("http")) {
            throw new ConfigException(
                    "otel." + key + " is neither \"none\" nor { otlp-http = { endpoint = \"http…\" } }");
        }
        var headers = new LinkedHashMap<String, String>();
        for (var header : exporter.path(HTTP).path("headers").properties()) {
            headers.put(header.getKey(), header.getValue().asText());
        }
        return new Target(endpoint.textValue(), Map.copyOf(headers));
    }
}
