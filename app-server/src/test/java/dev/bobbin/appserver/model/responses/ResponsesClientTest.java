package dev.bobbin.appserver.model.responses;

import static dev.bobbin.appserver.model.ModelRequests.NOW;
import static dev.bobbin.appserver.model.ModelRequests.provider;
import static dev.bobbin.appserver.model.ModelRequests.request;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.bobbin.appserver.config.Verbosity;
import dev.bobbin.appserver.model.ModelEvent;
import dev.bobbin.appserver.model.ModelException;
import dev.bobbin.appserver.model.ModelRequest;
import dev.bobbin.appserver.model.ModelRequests;
import dev.bobbin.appserver.model.ModelTraits;
import dev.bobbin.appserver.model.RateLimitReport;
import dev.bobbin.appserver.model.ScriptedServer;
import dev.bobbin.appserver.model.ScriptedServer.Answer;
import dev.bobbin.appserver.model.http.HttpCalls;
import dev.bobbin.protocol.v2.item.ReasoningEffort;
import dev.bobbin.protocol.v2.turn.CodexErrorInfo;
import dev.bobbin.protocol.v2.turn.ReasoningSummary;
import dev.bobbin.rollout.line.RawJson;
import dev.bobbin.rollout.line.TokenUsage;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class ResponsesClientTest {
    private static final String CREATED = "{\"type\":\"response.created\",\"response\":{\"id\":\"r1\"}}";
    private static final String COMPLETED = "{\"type\":\"response.completed\",\"response\":{\"id\":\"r1\",\"usage\":"
            + "{\"input_tokens\":10,\"input_tokens_details\":{\"cached_tokens\":3},\"output_tokens\":5,"
            + "\"output_tokens_details\":null,\"total_tokens\":15}}}";
    private static final String MESSAGE =
            "{\"type\":\"message\",\"role\":\"assistant\",\"id\":\"m1\",\"content\":[{\"type\":\"output_text\",\"text\":\"Dé\"}]}";
    private static final RawJson HELLO = RawJson.of(
            "{\"type\":\"message\",\"role\":\"user\",\"content\":[{\"type\":\"input_text\",\"text\":\"hi\"}]}");

    private final HttpCalls http = ModelRequests.http();
    private final List<Duration> waits = new ArrayList<>();
    private final ResponsesClient client =
            new ResponsesClient(ModelRequests.calls(http, Map.of("B_VALUE", "bee", "KEY", " secret "), waits));

    @AfterEach
    void closeHttp() {
        http.close();
    }

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
                + "data: {\"type\":\"response.completed\",\"response\":{\"id\":\"r\"}}\n\n"))) {
            var events = events(request(provider(server.url())));
            assertThat(events.getFirst())
                    .isEqualTo(new ModelEvent.RateLimits(new RateLimitReport(
                            null,
                            new RateLimitReport.Window(12.5, 300L, 4102444800L),
                            null,
                            new RateLimitReport.Credits(true, false, "9.99"))));
            assertThat(events.get(1)).isInstanceOf(ModelEvent.ItemDone.class);
            assertThat(events.get(2)).isEqualTo(new ModelEvent.Completed("r", null));
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

    @Test
    void statusesAreToldInTheWordsThatClientsKnow() throws Exception {
        assertStatus(400, "{\"error\": {\"message\": \"bad\"}}", "{\"error\": {\"message\": \"bad\"}}", false);
        assertStatus(
                401,
                "{\"error\":{\"message\":\"bad key\"}}",
                "unexpected status 401 Unauthorized: bad key, url: U",
                true);
        assertStatus(403, "no, sorry\n", "unexpected status 403 Forbidden: no, sorry, url: U", true);
        assertStatus(404, "", "unexpected status 404 Not Found: Unknown error, url: U", true);
        assertStatus(
                529,
                "é".repeat(600),
                "unexpected status 529 <unknown status code>: " + "é".repeat(500) + "..., url: U",
                true);
        assertStatus(
                503,
                "{\"error\":{\"code\":\"slow_down\"}}",
                "Selected model is at capacity. Please try a different model.",
                false);
        assertStatus(500, "x", "We're currently experiencing high demand, which may cause temporary errors.", true);
        assertStatus(
                429,
                "{\"error\":{\"message\":\"slow\"}}",
                "exceeded retry limit, last status: 429 Too Many Requests",
                false);
        assertStatus(
                429,
                limit("plus", 4102444800L),
                "You've hit your usage limit. Upgrade to Pro (https://chatgpt.com/explore/pro), visit"
                        + " https://chatgpt.com/codex/settings/usage to purchase more credits or try again at Jan 1st,"
                        + " 2100 12:00 AM.",
                false);
        assertStatus(
                429,
                limit("team", NOW.getEpochSecond() + 3600),
                "You've hit your usage limit. To get more access now, send a request to your admin or try again at"
                        + " 4:04 AM.",
                false);
        assertStatus(
                429,
                "{\"error\":{\"type\":\"usage_limit_reached\"}}",
                "You've hit your usage limit. Try again later.",
                false);
    }

    private static String limit(String plan, long resetsAt) {
        return "{\"error\":{\"type\":\"usage_limit_reached\",\"plan_type\":\"" + plan + "\",\"resets_at\":" + resetsAt
                + "}}";
    }

    private void assertStatus(int status, String body, String message, boolean retryable) throws Exception {
        try (var server = new ScriptedServer(Answer.status(status, body))) {
            var failure = failure(request(provider(server.url())));
            assertThat(failure.text()).isEqualTo(message.replace("url: U", "url: " + server.url() + "/responses"));
            assertThat(failure.retryable()).as(message).isEqualTo(retryable);
        }
    }

    @Test
    void statusesHaveKindsAndTraces() throws Exception {
        try (var server = new ScriptedServer(
                Answer.status(429, ""),
                Answer.status(500, ""),
                Answer.status(429, "{\"error\":{\"type\":\"usage_limit_reached\"}}"),
                Answer.status(401, "m", "cf-ray: ray", "x-request-id: rq", "x-openai-authorization-error: e"))) {
            var request = request(provider(server.url()));
            assertThat(failure(request).info()).isEqualTo(new CodexErrorInfo.ResponseTooManyFailedAttempts(429));
            assertThat(failure(request).info()).isEqualTo(new CodexErrorInfo.InternalServerError());
            assertThat(failure(request).info()).isEqualTo(new CodexErrorInfo.UsageLimitExceeded());
            var traced = failure(request);
            assertThat(traced.text()).endsWith("/responses, cf-ray: ray, request id: rq, auth error: e");
            assertThat(traced.retryInfo()).isEqualTo(new CodexErrorInfo.ResponseStreamDisconnected(401));
        }
    }

    @Test
    void rateLimitsComeWithAnAllowanceThatIsUsedUp() throws Exception {
        try (var server = new ScriptedServer(Answer.status(
                429, "{\"error\":{\"type\":\"usage_limit_reached\"}}", "x-codex-primary-used-percent: 100"))) {
            var told = new ArrayList<ModelEvent>();
            var failure = catchThrowableOfType(
                    ModelException.class, () -> client.stream(request(provider(server.url())), told::add));
            assertThat(failure.usageLimit()).isTrue();
            assertThat(told)
                    .containsExactly(new ModelEvent.RateLimits(
                            new RateLimitReport(null, new RateLimitReport.Window(100, null, null), null, null)));
        }
    }

    @Test
    void failedResponsesAreToldByTheirCode() throws Exception {
        assertFailed(
                "{\"code\":\"context_length_exceeded\"}",
                "Codex ran out of room in the model's context window. Start a new thread or clear earlier history before"
                        + " retrying.",
                new CodexErrorInfo.ContextWindowExceeded());
        assertFailed(
                "{\"code\":\"insufficient_quota\"}",
                "Quota exceeded. Check your plan and billing details.",
                new CodexErrorInfo.UsageLimitExceeded());
        assertFailed("{\"code\":\"invalid_prompt\",\"message\":\"no\"}", "no", new CodexErrorInfo.Other());
        assertFailed("{\"code\":\"cyber_policy\",\"message\":\"cy\"}", "cy", new CodexErrorInfo.CyberPolicy());
        assertFailed(
                "{\"code\":\"server_is_overloaded\"}",
                "Selected model is at capacity. Please try a different model.",
                new CodexErrorInfo.ServerOverloaded());
        assertFailed(
                "{\"code\":\"zzz\",\"message\":\"why\"}",
                "stream disconnected before completion: why",
                new CodexErrorInfo.Other());
        assertFailed(
                "null",
                "stream disconnected before completion: response.failed event received",
                new CodexErrorInfo.Other());
        var limited = failed("{\"code\":\"rate_limit_exceeded\",\"message\":\"Please try again in 1.5s.\"}");
        assertThat(limited.retryAfter()).isEqualTo(Duration.ofMillis(1500));
        assertThat(limited.retryable()).isTrue();
    }

    private static void assertFailed(String error, String message, CodexErrorInfo info) {
        var failure = failed(error);
        assertThat(failure.text()).isEqualTo(message);
        assertThat(failure.info()).isEqualTo(info);
    }

    private static ModelException failed(String error) {
        return decodeFailure("{\"type\":\"response.failed\",\"response\":{\"id\":\"r\",\"error\":" + error + "}}");
    }

    private static ModelException decodeFailure(String json) {
        var data = json.getBytes(StandardCharsets.UTF_8);
        return catchThrowableOfType(ModelException.class, () -> ResponsesClient.decode(data, data.length));
    }

    @Test
    void incompleteAndUnreadableEndingsAreDisconnections() {
        assertThat(decodeFailure(
                                "{\"type\":\"response.incomplete\",\"response\":{\"incomplete_details\":{\"reason\":\"R\"}}}")
                        .text())
                .isEqualTo("stream disconnected before completion: Incomplete response returned, reason: R");
        assertThat(decodeFailure("{\"type\":\"response.incomplete\"}").text()).endsWith("reason: unknown");
        assertThat(decodeFailure("{\"type\":\"response.completed\",\"response\":{}}")
                        .text())
                .isEqualTo(
                        "stream disconnected before completion: failed to parse ResponseCompleted: missing field `id`");
        assertThat(decodeFailure(
                                "{\"type\":\"response.completed\",\"response\":{\"id\":\"r\",\"usage\":{\"input_tokens\":1,"
                                        + "\"output_tokens\":1}}}")
                        .text())
                .endsWith("failed to parse ResponseCompleted: missing field `total_tokens`");
    }

    @Test
    void serverErrorsAndLostConnectionsAreRepeatedWithGrowingWaits() throws Exception {
        try (var server = new ScriptedServer(
                Answer.raw("HTTP/1.1 500 X\r\ncontent-length: 0\r\nconnection: close\r\n\r\n"),
                Answer.raw(""),
                Answer.status(502, ""),
                Answer.events(COMPLETED))) {
            events(request(provider(server.url(), 3, Duration.ofSeconds(5))));
            assertThat(server.received()).hasSize(4);
            assertThat(waits).hasSize(3);
            for (var i = 0; i < 3; i++) {
                var usual = 200 << i;
                assertThat(waits.get(i))
                        .isBetween(Duration.ofMillis(usual * 9 / 10), Duration.ofMillis(usual * 11 / 10));
            }
        }
    }

    @Test
    void refusalsAreNotRepeated() throws Exception {
        try (var server = new ScriptedServer(Answer.status(429, ""), Answer.status(404, ""))) {
            var request = request(provider(server.url(), 3, Duration.ofSeconds(5)));
            failure(request);
            failure(request);
            assertThat(waits).isEmpty();
            assertThat(server.received()).hasSize(2);
        }
    }

    @Test
    void stallsEndTheAnswerThoughPingsArrive() throws Exception {
        try (var server = new ScriptedServer(
                Answer.kept("HTTP/1.1 200 OK\r\ntransfer-encoding: chunked\r\n\r\n8\r\n: ping\n\n\r\n"))) {
            assertThat(failure(request(provider(server.url(), 0, Duration.ofMillis(60))))
                            .text())
                    .isEqualTo("stream disconnected before completion: idle timeout waiting for SSE");
            server.awaitClientLeft();
        }
    }

    @Test
    void unsetKeyAndUnusableAddressAreToldBeforeAnythingIsSent() {
        var keyless = provider("http://127.0.0.1:1", 0, Duration.ofSeconds(1), "NO_SUCH_KEY", Map.of());
        assertThat(failure(request(keyless)).text()).isEqualTo("Missing environment variable: `NO_SUCH_KEY`.");
        assertThat(failure(request(keyless)).retryable()).isFalse();
        assertThat(failure(request(provider("not a url"))).text())
                .isEqualTo("stream disconnected before completion: builder error");
        assertThat(failure(request(provider("ftp://x/y"))).text())
                .isEqualTo("stream disconnected before completion: builder error for url (ftp://x/y/responses)");
    }

    @Test
    void interruptEndsTheAnswerAndFreesTheConnection() throws Exception {
        try (var server = new ScriptedServer(Answer.kept(
                "HTTP/1.1 200 OK\r\ntransfer-encoding: chunked\r\n\r\n3a\r\ndata: " + CREATED + "\n\n\r\n"))) {
            var thrown = new AtomicReference<Throwable>();
            var begun = new CountDownLatch(1);
            var turn = Thread.ofVirtual().start(() -> {
                try {
                    client.stream(request(provider(server.url())), event -> {
                        if (event instanceof ModelEvent.Created) {
                            begun.countDown();
                        }
                    });
                } catch (ModelException | InterruptedException e) {
                    thrown.set(e);
                }
            });
            begun.await();
            turn.interrupt();
            turn.join();
            assertThat(thrown.get()).isInstanceOf(InterruptedException.class);
            server.awaitClientLeft();
        }
    }

    @Test
    void warmingUpNeedsNoServer() {
        client.warm();
    }

    private List<ModelEvent> events(ModelRequest request) throws ModelException, InterruptedException {
        return ModelRequests.events(client, request);
    }

    private ModelException failure(ModelRequest request) {
        return catchThrowableOfType(ModelException.class, () -> client.stream(request, event -> {}));
    }
}
