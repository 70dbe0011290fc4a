package dev.bobbin.appserver.model.provider;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import dev.bobbin.appserver.model.ModelException;
import dev.bobbin.protocol.v2.turn.CodexErrorInfo;
import dev.bobbin.rollout.line.RawJson;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.Locale;
import java.util.TimeZone;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What failures of a provider are called. Clients match these texts. */
public final class ProviderFailures {
    private static final int SHOWN_BODY_BYTES = 1000;
    private static final String NO_IMAGE = "The image data you provided does not represent a valid image";

    private final InstantSource clock;
    private final TimeZone zone;

    ProviderFailures(InstantSource clock, TimeZone zone) {
        this.clock = clock;
        this.zone = zone;
    }

    static ModelException unreachable(URI uri) {
        return ModelException.disconnected("error sending request for url (" + uri + ")");
    }

    /** An answer whose status is not a success. */
    ModelException ofStatus(int status, Function<String, @Nullable String> header, byte[] body, URI uri) {
        var error = errorOf(body);
        return switch (status) {
            case 400 -> badRequest(error, new String(body, StandardCharsets.UTF_8));
            case 429 -> tooMany(error, header);
            case 500 ->
                new ModelException(
                        "We're currently experiencing high demand, which may cause temporary errors.",
                        new CodexErrorInfo.InternalServerError(),
                        true,
                        null,
                        null);
            case 503 ->
                isOverloaded(error.path("code").asText(""))
                        ? overloaded()
                        : unexpected(status, header, error, body, uri);
            default -> unexpected(status, header, error, body, uri);
        };
    }

    private static JsonNode errorOf(byte[] body) {
        try {
            return RawJson.of(body.clone()).tree().path("error");
        } catch (UncheckedIOException e) {
            return MissingNode.getInstance();
        }
    }

    private static ModelException badRequest(JsonNode error, String body) {
        if (body.contains(NO_IMAGE)) {
            return ModelException.lasting(
                    "Invalid image in your last message. Please remove it and try again.",
                    new CodexErrorInfo.BadRequest());
        }
        if (error.path("code").asText("").equals("cyber_policy")) {
            return ModelException.lasting(error.path("message").asText(""), new CodexErrorInfo.CyberPolicy());
        }
        return ModelException.lasting(body, new CodexErrorInfo.Other());
    }

    private ModelException tooMany(JsonNode error, Function<String, @Nullable String> header) {
        return switch (error.path("type").asText("")) {
            case "usage_limit_reached" -> {
                var plan = error.path("plan_type");
                var resetsAt = error.path("resets_at");
                yield new ModelException(
                        UsageLimit.text(
                                plan.isTextual() ? plan.textValue() : null,
                                resetsAt.canConvertToLong() ? (Long) resetsAt.longValue() : null,
                                clock,
                                zone),
                        new CodexErrorInfo.UsageLimitExceeded(),
                        false,
                        429,
                        null);
            }
            case "usage_not_included" -> notIncluded();
            default ->
                ModelException.lasting(
                        "exceeded retry limit, last status: " + StatusTexts.of(429)
                                + labelled(", request id: ", header.apply("x-request-id")),
                        new CodexErrorInfo.ResponseTooManyFailedAttempts(429));
        };
    }

    private static ModelException unexpected(
            int status, Function<String, @Nullable String> header, JsonNode error, byte[] body, URI uri) {
        var text = new String(body, StandardCharsets.UTF_8);
        var begin = status == 403 && text.contains("Cloudflare") && text.contains("blocked")
                ? "Access blocked by Cloudflare. This usually happens when connecting from a restricted region (status "
                        + StatusTexts.of(status) + ")"
                : "unexpected status " + StatusTexts.of(status) + ": " + shown(error, text);
        var message = begin
                + ", url: " + uri
                + labelled(", cf-ray: ", header.apply("cf-ray"))
                + labelled(", request id: ", header.apply("x-request-id"))
                + labelled(", auth error: ", header.apply("x-openai-authorization-error"));
        return new ModelException(message, new CodexErrorInfo.Other(), true, status, null);
    }

    private static String labelled(String label, @Nullable String value) {
        return value == null ? "" : label + value;
    }

    private static String shown(JsonNode error, String body) {
        var message = error.path("message").asText("");
        if (!message.isBlank()) {
            return message;
        }
        var text = body.strip();
        if (text.isEmpty()) {
            return "Unknown error";
        }
        var bytes = text.getBytes(StandardCharsets.UTF_8);
        if (bytes.length <= SHOWN_BODY_BYTES) {
            return text;
        }
        var end = SHOWN_BODY_BYTES;
        while ((bytes[end] & 0xc0) == 0x80) {
            end--;
        }
        return new String(Arrays.copyOf(bytes, end), StandardCharsets.UTF_8) + "...";
    }

    /** The {@code error} of an answer that says it failed. */
    public static ModelException ofResponse(JsonNode error) {
        if (!error.isObject()) {
            return ModelException.disconnected("response.failed event received");
        }
        var message = error.path("message").asText("");
        var code = error.path("code").asText("");
        return switch (code) {
            case "context_length_exceeded" -> contextWindowExceeded();
            case "insufficient_quota" ->
                ModelException.lasting(
                        "Quota exceeded. Check your plan and billing details.",
                        new CodexErrorInfo.UsageLimitExceeded());
            case "usage_not_included" -> notIncluded();
            case "invalid_prompt" ->
                ModelException.lasting(
                        error.hasNonNull("message") ? message : "Invalid request.", new CodexErrorInfo.Other());
            case "cyber_policy" -> ModelException.lasting(message, new CodexErrorInfo.CyberPolicy());
            case "server_is_overloaded", "slow_down" -> overloaded();
            case "rate_limit_exceeded" -> ModelException.disconnected(message, waitAskedFor(message));
            default -> ModelException.disconnected(message);
        };
    }

    /** A conversation that the model cannot hold. */
    public static ModelException contextWindowExceeded() {
        return ModelException.lasting(
                "Codex ran out of room in the model's context window. Start a new thread or clear earlier history before"
                        + " retrying.",
                new CodexErrorInfo.ContextWindowExceeded());
    }

    private static ModelException overloaded() {
        return ModelException.lasting(
                "Selected model is at capacity. Please try a different model.", new CodexErrorInfo.ServerOverloaded());
    }

    private static ModelException notIncluded() {
        return ModelException.lasting(
                "To use Codex with your ChatGPT plan, upgrade to Plus: https://chatgpt.com/explore/plus.",
                new CodexErrorInfo.UsageLimitExceeded());
    }

    private static boolean isOverloaded(String code) {
        return code.equals("server_is_overloaded") || code.equals("slow_down");
    }

    private static @Nullable Duration waitAskedFor(String message) {
        var asked = Pattern.compile("(?i)try again in\\s*(\\d{1,9}(?:\\.\\d{1,9})?)\\s*(ms|s)")
                .matcher(message);
        if (!asked.find()) {
            return null;
        }
        var scale = asked.group(2).toLowerCase(Locale.ROOT).equals("ms") ? 1 : 1000;
        return Duration.ofMillis(Math.round(Double.parseDouble(asked.group(1)) * scale));
    }
}
