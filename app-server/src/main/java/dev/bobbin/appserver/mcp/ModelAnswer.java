package dev.bobbin.appserver.mcp;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.bobbin.appserver.context.ResponseItems;
import dev.bobbin.appserver.context.TurnSettings;
import dev.bobbin.appserver.tool.ToolCall;
import dev.bobbin.appserver.tool.ToolOutput;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Locale;

/** Tells a model what came of a call, cut to what it can take. */
final class ModelAnswer {
    private static final long USUAL_TOKENS = 10_000;
    private static final int BYTES_PER_TOKEN = 4;

    private ModelAnswer() {}

    /** A server's answer. */
    static ToolOutput of(ToolCall call, JsonNode result, Duration wall, TurnSettings settings) {
        var success = !result.path("isError").asBoolean(false);
        var structured = result.path("structuredContent");
        var content = result.path("content");
        if (structured.isMissingNode() || structured.isNull()) {
            if (hasImage(content)) {
                return parts(call, content, wall, success, settings);
            }
            return text(call, content, wall, success, settings);
        }
        return text(call, structured, wall, success, settings);
    }

    /** That there is no answer. */
    static ToolOutput failure(ToolCall call, String message, Duration wall, TurnSettings settings) {
        var content = JsonNodeFactory.instance.arrayNode();
        content.addObject().put("type", "text").put("text", message);
        return text(call, content, wall, false, settings);
    }

    private static ToolOutput text(
            ToolCall call, JsonNode content, Duration wall, boolean success, TurnSettings settings) {
        var said = content.isMissingNode() ? "[]" : content.toString();
        return ToolOutput.text(call, header(wall) + "\n" + cut(said, settings), success);
    }

    private static ToolOutput parts(
            ToolCall call, JsonNode content, Duration wall, boolean success, TurnSettings settings) {
        var parts = new ArrayList<ObjectNode>();
        parts.add(ResponseItems.inputText(header(wall)));
        for (var part : content) {
            parts.add(
                    switch (part.path("type").asText("")) {
                        case "text" ->
                            ResponseItems.inputText(cut(part.path("text").asText(""), settings));
                        case "image" -> ResponseItems.inputImage(image(part), "high");
                        default -> ResponseItems.inputText(cut(part.toString(), settings));
                    });
        }
        return ToolOutput.parts(call, parts, success);
    }

    private static boolean hasImage(JsonNode content) {
        for (var part : content) {
            if (part.path("type").asText("").equals("image")) {
                return true;
            }
        }
        return false;
    }

    private static String image(JsonNode part) {
        var data = part.path("data").asText("");
        return data.startsWith("data:")
                ? data
                : "data:" + part.path("mimeType").asText("application/octet-stream") + ";base64," + data;
    }

    private static String header(Duration wall) {
        return String.format(Locale.ROOT, "Wall time: %.4f seconds\nOutput:", wall.toNanos() / 1e9);
    }

    /** The text, or its beginning and end with a note of how much is missing. JSON may take a fifth more than plain text. */
    static String cut(String text, TurnSettings settings) {
        var limit = settings.config().limits().toolOutput();
        var tokens = Math.clamp(limit == null ? USUAL_TOKENS : limit, 0, Integer.MAX_VALUE / 8);
        var budget = (int) (tokens * BYTES_PER_TOKEN * 6 / 5);
        var bytes = text.getBytes(StandardCharsets.UTF_8);
        if (bytes.length <= budget) {
            return text;
        }
        var headEnd = characterStart(bytes, budget / 2, -1);
        var tailStart = characterStart(bytes, bytes.length - (budget - budget / 2), 1);
        var missing = (tailStart - headEnd + BYTES_PER_TOKEN - 1) / BYTES_PER_TOKEN;
        return new String(bytes, 0, headEnd, StandardCharsets.UTF_8)
                + "…" + missing + " tokens truncated…"
                + new String(bytes, tailStart, bytes.length - tailStart, StandardCharsets.UTF_8);
    }

    /** The nearest place in a direction at which a character of UTF-8 begins. */
    private static int characterStart(byte[] bytes, int from, int step) {
        var at = from;
        while (at > 0 && at < bytes.length && (bytes[at] & 0xC0) == 0x80) {
            at += step;
        }
        return at;
    }
}
