package dev.bobbin.appserver.model.responses;

import static dev.bobbin.appserver.model.ModelRequests.NOW;
import static dev.bobbin.appserver.model.ModelRequests.provider;
import static dev.bobbin.appserver.model.ModelRequests.request;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.bobbin.appserver.model.ModelEvent;
import dev.bobbin.appserver.model.ModelException;
import dev.bobbin.appserver.model.RateLimitReport;
import dev.bobbin.appserver.model.ScriptedServer;
import dev.bobbin.appserver.model.ScriptedServer.Answer;
import dev.bobbin.protocol.v2.turn.CodexErrorInfo;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import org.junit.jupiter.api.Test;

/** What a client of ours is told when the provider refuses or gives up. */
class ResponsesFailureTest extends ResponsesFixture {
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
}
