package dev.bobbin.appserver.model.responses;

import com.fasterxml.jackson.databind.JsonNode;
import dev.bobbin.appserver.model.ModelException;
import dev.bobbin.rollout.line.TokenUsage;
import org.jspecify.annotations.Nullable;

/** Reads the {@code usage} of an answer. */
final class UsageReader {
    private UsageReader() {}

    static @Nullable TokenUsage read(JsonNode usage) throws ModelException {
        if (usage.isMissingNode() || usage.isNull()) {
            return null;
        }
        return new TokenUsage(
                count(usage, "input_tokens"),
                usage.path("input_tokens_details").path("cached_tokens").asLong(),
                count(usage, "output_tokens"),
                usage.path("output_tokens_details").path("reasoning_tokens").asLong(),
                count(usage, "total_tokens"));
    }

    private static long count(JsonNode usage, String name) throws ModelException {
        var value = usage.path(name);
        if (value.isMissingNode()) {
            throw ResponsesClient.unreadable("missing field `" + name + "`");
        }
        if (!value.isIntegralNumber()) {
            throw ResponsesClient.unreadable("invalid type: "
                    + (value.isTextual() ? "string \"" + value.textValue() + "\"" : value.toString())
                    + ", expected i64");
        }
        return value.longValue();
    }
}
