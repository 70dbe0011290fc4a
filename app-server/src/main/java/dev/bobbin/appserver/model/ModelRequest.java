package dev.bobbin.appserver.model;

import dev.bobbin.appserver.config.ProviderConfig;
import dev.bobbin.rollout.line.RawJson;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One request to a model: the whole conversation, every time.
 *
 * @param instructions left out when empty
 * @param input items in the form of the Responses API, sent as they are
 * @param tools in the form of the Responses API, sent as they are
 * @param outputSchema JSON Schema that the final answer must follow
 * @param promptCacheKey the thread's id
 * @param headers beside those of the provider
 * @param metadata names to values, for the provider's records
 */
public record ModelRequest(
        ProviderConfig provider,
        String model,
        String instructions,
        List<RawJson> input,
        List<RawJson> tools,
        ModelSettings settings,
        @Nullable RawJson outputSchema,
        String promptCacheKey,
        Map<String, String> headers,
        Map<String, String> metadata) {}
