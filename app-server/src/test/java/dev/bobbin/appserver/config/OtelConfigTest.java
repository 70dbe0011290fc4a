package dev.bobbin.appserver.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OtelConfigTest {
    @TempDir
    Path home;

    private OtelConfig read(String toml) throws IOException {
        Files.writeString(home.resolve("config.toml"), toml);
        return OtelConfig.of(
                new ConfigLoader(home, null, List.of(), Map.of()).load(null).raw());
    }

    @Test
    void nothingIsExportedUnlessItIsAskedFor() throws IOException {
        assertThat(read("")).isNull();
        assertThat(read("[otel]\nenvironment = \"prod\"\nexporter = \"otlp-http\"\n"))
                .isNull();
        assertThat(read("[otel]\ntrace_exporter = \"none\"\nmetrics_exporter = \"statsig\"\n"))
                .isNull();
    }

    @Test
    void aCollectorIsAnAddressAndHeadersThatNobodySees() throws IOException {
        var read = read("""
                [otel]
                environment = "prod"
                metrics_exporter = "statsig"

                [otel.trace_exporter.otlp-http]
                endpoint = "https://collector.example/v1/traces"
                headers = { Authorization = "Bearer secret" }
                """);

        assertThat(read)
                .isEqualTo(new OtelConfig(
                        "prod",
                        new OtelConfig.Target(
                                "https://collector.example/v1/traces", Map.of("Authorization", "Bearer secret")),
                        null));
        assertThat(read.toString()).doesNotContain("secret");
    }

    @Test
    void whatCannotBeDoneIsNamed() {
        assertThatThrownBy(() -> read("[otel.trace_exporter.otlp-grpc]\nendpoint = \"http://localhost:4317\"\n"))
                .hasMessageContaining("otel.trace_exporter");
        assertThatThrownBy(() -> read("[otel]\nmetrics_exporter = \"otlp-http\"\n"))
                .hasMessageContaining("otel.metrics_exporter");
    }
}
