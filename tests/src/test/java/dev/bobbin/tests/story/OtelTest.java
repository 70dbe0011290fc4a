package dev.bobbin.tests.story;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bobbin.tests.harness.ModelReply;
import dev.bobbin.tests.harness.ServerSetup;
import dev.bobbin.tests.harness.TestAppServer;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a collector of OpenTelemetry gets to know of a server whose user asked for it. */
class OtelTest {
    private static final String QUESTION = "a question that is nobody's business";
    private static final String ANSWER = "an answer to nobody else";

    @TempDir
    Path folder;

    private ServerSetup exporting(String traces, String metrics) {
        return TestAppServer.in(folder)
                .modelReplies(ModelReply.reply().message(ANSWER).tokens(70, 7))
                .configTables("""
                        [otel]
                        environment = "test"
                        trace_exporter = %s
                        metrics_exporter = %s
                        """.formatted(traces, metrics));
    }

    private static String to(String endpoint) {
        return "{ otlp-http = { endpoint = \"%s\", protocol = \"binary\", headers = { x-key = \"k1\" } } }"
                .formatted(endpoint);
    }

    @Test
    void aCollectorGetsRequestsTurnsAndCallsAndNothingThatWasSaid() throws Exception {
        try (var collector = new Collector();
                var server = exporting(to(collector.url() + "/v1/traces"), to(collector.url() + "/v1/metrics"))
                        .start()) {
            var thread = server.startThread();
            var turnId = server.runTurn(thread, QUESTION).id();
            server.end();

            var spans = collector.spans();
            var turn = spans.stream().filter(span -> span.name().equals("turn")).findFirst();
            assertThat(turn).as("the turn in %s", spans).isPresent();
            var call = spans.stream()
                    .filter(span -> span.name().equals("chat mock-model"))
                    .findFirst();
            assertThat(call).as("the call in %s", spans).isPresent();
            assertThat(call.get().parentId()).isEqualTo(turn.get().id());
            assertThat(call.get().traceId()).isEqualTo(turn.get().traceId());
            assertThat(spans).extracting(Collector.Span::name).contains("thread/start", "turn/start");
            var told = collector.told();
            assertThat(told)
                    .contains(
                            thread.id(), turnId, "completed", "rpc.method", "gen_ai.token.type", "bobbin.turn.tokens");
            assertThat(told).doesNotContain("nobody");
            assertThat(collector.keys()).containsOnly("k1");
        }
    }

    @Test
    void whoeverAsksForNothingExportsNothing() throws Exception {
        try (var collector = new Collector();
                var server = exporting("\"none\"", "\"none\"").start()) {
            server.runTurn(server.startThread(), QUESTION);
            server.end();

            assertThat(collector.told()).isEmpty();
        }
    }

    @Test
    void aCollectorThatIsNotThereHoldsNobodyUp() throws Exception {
        try (var server =
                exporting(to("http://127.0.0.1:9/v1/traces"), "\"none\"").start()) {
            assertThat(server.runTurn(server.startThread(), QUESTION).answer()).isEqualTo(ANSWER);
            assertThat(server.end()).isZero();
        }
    }

    @Test
    void anExporterThatThereIsNotIsNoReasonToFail() throws Exception {
        try (var server = exporting("{ otlp-grpc = { endpoint = \"http://127.0.0.1:9\" } }", "\"none\"")
                .start()) {
            assertThat(server.runTurn(server.startThread(), QUESTION).answer()).isEqualTo(ANSWER);
        }
    }
}
