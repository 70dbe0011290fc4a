package dev.bobbin.appserver.model.responses;

import static dev.bobbin.appserver.model.ModelRequests.provider;
import static dev.bobbin.appserver.model.ModelRequests.request;
import static org.assertj.core.api.Assertions.assertThat;

import dev.bobbin.appserver.config.Verbosity;
import dev.bobbin.appserver.model.ModelEvent;
import dev.bobbin.appserver.model.ModelRequest;
import dev.bobbin.appserver.model.ModelTraits;
import dev.bobbin.appserver.model.RateLimitReport;
import dev.bobbin.appserver.model.ScriptedServer;
import dev.bobbin.appserver.model.ScriptedServer.Answer;
import dev.bobbin.protocol.v2.item.ReasoningEffort;
import dev.bobbin.protocol.v2.turn.CodexErrorInfo;
import dev.bobbin.protocol.v2.turn.ReasoningSummary;
import dev.bobbin.rollout.line.RawJson;
import dev.bobbin.rollout.line.TokenUsage;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What is sent, and how an answer becomes events. */
class ResponsesClientTest extends ResponsesFixture {
    private static final String MESSAGE =
            "{\"type\":\"message\",\"role\":\"assistant\",\"id\":\"m1\",\"content\":[{\"type\":\"output_text\",\"text\":\"Dé\"}]}";
    private static final RawJson HELLO = RawJson.of(
            "{\"type\":\"message\",\"role\":\"user\",\"content\":[{\"type\":\"input_text\",\"text\":\"hi\"}]}");

    @Test
    void bodyHasTheFormThatProvidersKnow() throws Exception {
        try (var server = new ScriptedServer(Answer.events(COMPLETED))) {
            var provider = provider(server.url() + "/v1/", 0, Duration.ofSeconds(5), "KEY", Map.of("v", "b c"));
            events(request(provider, HELLO, RawJson.of("{\"type\":\"x\"}")));
            var received = server.received().getFirst();
            assertThat(received.body())
                    .isEqualTo("{\"model\":\"mock-model\",\"instructions\":\"Be brief.\",\"input\":[" + HELLO
                            + ",{\"type\":\"x\"}],\"tools\":[],\"tool_choice\":\"auto\",\"parallel_tool_calls\":false,"
                            + "\"reasoning\":null,\"store\":false,\"stream\":true,\"include\":[],"
                            + "\"prompt_cache_key\":\"thread-1\"}");
            assertThat(received.head())
                    .startsWith("POST /v1/responses?v=b%20c HTTP/1.1\r\n")
                    .contains(
                            "x-a: 1\r\n",
                            "x-b: bee\r\n",
                            "session-id: thread-1\r\n",
                            "accept: text/event-stream\r\n",
                            "content-type: application/json\r\n",
                            "authorization: Bearer secret\r\n")
                    .doesNotContain("x-c");
        }
    }

    @Test
    void bodyOfAKnownModelCarriesReasoningVerbosityAndSchema() throws Exception {
        var settings = ModelTraits.of("gpt-5.5")
                .settings(ReasoningEffort.HIGH, ReasoningSummary.DETAILED, null, Verbosity.HIGH, "priority");
        var request = new ModelRequest(
                provider("http://x"),
                "gpt-5.5",
                "",
                List.of(),
                List.of(RawJson.of("{\"type\":\"function\"}")),
                settings,
                RawJson.of("{\"z\":1,\"a\":2}"),
                "t\"1",
                Map.of(),
                Map.of("k", "v"));
        assertThat(body(request))
                .isEqualTo("{\"model\":\"gpt-5.5\",\"input\":[],\"tools\":[{\"type\":\"function\"}],"
                        + "\"tool_choice\":\"auto\",\"parallel_tool_calls\":true,"
                        + "\"reasoning\":{\"effort\":\"high\",\"summary\":\"detailed\"},\"store\":false,\"stream\":true,"
                        + "\"include\":[\"reasoning.encrypted_content\"],\"service_tier\":\"priority\","
                        + "\"prompt_cache_key\":\"t\\\"1\",\"text\":{\"verbosity\":\"high\",\"format\":{"
                        + "\"type\":\"json_schema\",\"strict\":true,\"schema\":{\"z\":1,\"a\":2},"
                        + "\"name\":\"codex_output_schema\"}},\"client_metadata\":{\"k\":\"v\"}}");
    }

    private static String body(ModelRequest request) {
        var body = new StringBuilder();
        ResponsesBody.of(request).forEach(part -> body.append(new String(part, StandardCharsets.UTF_8)));
        return body.toString();
    }

    @Test
    void answerBecomesEventsAndKeepsTheItemsBytes() throws Exception {
        try (var server = new ScriptedServer(Answer.events(
                CREATED,
                "{\"type\":\"response.output_item.added\",\"item\":{\"type\":\"reasoning\",\"id\":\"s1\",\"summary\":[]}}",
                "{\"type\":\"response.reasoning_summary_part.added\",\"item_id\":\"s1\",\"summary_index\":1,\"part\":{}}",
                "{\"delta\":\"sum\",\"item_id\":\"s1\",\"summary_index\":1,\"type\":\"response.reasoning_summary_text.delta\"}",
                "{\"type\":\"response.reasoning_text.delta\",\"item_id\":\"s1\",\"content_index\":2,\"delta\":\"raw\"}",
                "{\"type\":\"response.output_text.delta\",\"delta\":\"D\\u00e9\"}",
                "{\"type\":\"response.custom_tool_call_input.delta\",\"item_id\":\"c1\",\"call_id\":\"k1\",\"delta\":\"***\"}",
                "{\"type\":\"response.something.new\",\"delta\":\"ignored\"}",
                "{oops",
                "[DONE]",
                "{\"type\":\"response.output_item.done\",\"item\":{\"type\":\"message\"}}",
                "{\"type\":\"response.output_item.done\",\"item\" : " + MESSAGE + ",\"output_index\":0}",
                COMPLETED,
                CREATED))) {
            var events = events(request(provider(server.url())));
            assertThat(events.subList(0, 2))
                    .containsExactly(
                            new ModelEvent.RateLimits(new RateLimitReport(null, null, null, null)),
                            new ModelEvent.Created("r1"));
            assertThat(events.get(2)).isInstanceOf(ModelEvent.ItemAdded.class);
            assertThat(events.subList(3, 8))
                    .containsExactly(
                            new ModelEvent.ReasoningSummaryPartAdded("s1", 1),
                            new ModelEvent.ReasoningSummaryDelta("s1", 1, "sum"),
                            new ModelEvent.ReasoningTextDelta("s1", 2, "raw"),
                            new ModelEvent.TextDelta(null, "Dé"),
                            new ModelEvent.ToolInputDelta("c1", "k1", "***"));
            assertThat(events.get(8)).isInstanceOfSatisfying(ModelEvent.ItemDone.class, done -> {
                assertThat(done.raw()).isEqualTo(RawJson.of(MESSAGE));
                assertThat(done.item()).isEqualTo(done.raw().tree());
            });
            assertThat(events.subList(9, events.size()))
                    .containsExactly(new ModelEvent.Completed("r1", new TokenUsage(10, 3, 5, 0, 15)));
        }
    }

    @Test
    void unknownItemsPassAndRateLimitsAreRead() throws Exception {
        try (var server = new ScriptedServer(Answer.raw("HTTP/1.1 200 OK\r\nX-Codex-Primary-Used-Percent: 12.5\r\n"
                + "x-codex-primary-window-minutes: 300\r\nx-codex-primary-reset-at: 4102444800\r\n"
                + "x-codex-secondary-used-percent: nonsense\r\nx-codex-credits-has-credits: true\r\n"
                + "x-codex-credits-unlimited: false\r\nx-codex-credits-balance: 9.99\r\n\r\n"
                + "data: {\"type\":\"response.output_item.done\",\"item\":{\"type\":\"zzz\",\"a\":1}}\n\n"
                + "data: {\"type\":\"response.completed\",\"response\":{\"id\":\"r\",\"end_turn\":false}}\n\n"))) {
            var events = events(request(provider(server.url())));
            assertThat(events.getFirst())
                    .isEqualTo(new ModelEvent.RateLimits(new RateLimitReport(
                            null,
                            new RateLimitReport.Window(12.5, 300L, 4102444800L),
                            null,
                            new RateLimitReport.Credits(true, false, "9.99"))));
            assertThat(events.get(1)).isInstanceOf(ModelEvent.ItemDone.class);
            assertThat(events.get(2)).isEqualTo(new ModelEvent.Completed("r", null, false));
        }
    }

    @Test
    void answerCutAtAnyByteIsADisconnectionUnlessItWasComplete() throws Exception {
        var head = "HTTP/1.1 200 OK\r\ncontent-type: text/event-stream\r\n\r\n";
        var whole = (head + "event: response.created\ndata: " + CREATED + "\n\n: ping\n\ndata: {\"type\":"
                        + "\"response.output_item.done\",\"item\":" + MESSAGE + "}\r\n\r\ndata: " + COMPLETED + "\n\n")
                .getBytes(StandardCharsets.UTF_8);
        for (var cut = 1; cut <= whole.length; cut++) {
            try (var server = new ScriptedServer(new Answer(Arrays.copyOf(whole, cut), true))) {
                var request = request(provider(server.url()));
                if (cut == whole.length) {
                    assertThat(events(request)).hasSize(4);
                    continue;
                }
                var failure = failure(request);
                assertThat(failure.text())
                        .as("cut after %d bytes", cut)
                        .isEqualTo("stream disconnected before completion: "
                                + (cut < head.length()
                                        ? "error sending request for url (" + server.url() + "/responses)"
                                        : "stream closed before response.completed"));
                assertThat(failure.retryable()).isTrue();
                assertThat(failure.info()).isEqualTo(new CodexErrorInfo.Other());
            }
        }
    }

    @Test
    void bodyThatBreaksOffWithinItsFramingIsATransportError() throws Exception {
        try (var server = new ScriptedServer(
                Answer.raw("HTTP/1.1 200 OK\r\ntransfer-encoding: chunked\r\n\r\nff\r\ndata: " + CREATED + "\n\n"))) {
            assertThat(failure(request(provider(server.url()))).text())
                    .isEqualTo("stream disconnected before completion: Transport error: network error: error decoding"
                            + " response body");
        }
    }
}
