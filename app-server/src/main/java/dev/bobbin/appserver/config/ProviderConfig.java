package dev.bobbin.appserver.config;

import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A model provider: {@code [model_providers.<id>]}, or a built-in one.
 *
 * @param baseUrl without the final {@code /responses}; null only where none is needed
 * @param envKey name of the environment variable that holds the key; a call fails if it is unset or blank
 * @param envKeyInstructions how to get such a key, for people
 * @param bearerToken the key itself, where it stands in the file
 * @param envHttpHeaders header to name of the environment variable with its value; left out when that is unset or blank
 * @param requestMaxRetries how often a call is repeated that got no answer, or one with a status of 500 and more
 * @param streamMaxRetries how often the turn repeats a call whose answer broke off
 * @param streamIdleTimeout longest wait for the head of an answer, and between two events
 * @param requiresOpenaiAuth whether the key that the user logged in with is sent
 */
public record ProviderConfig(
        String id,
        String name,
        WireApi wireApi,
        @Nullable String baseUrl,
        @Nullable String envKey,
        @Nullable String envKeyInstructions,
        @Nullable String bearerToken,
        Map<String, String> httpHeaders,
        Map<String, String> envHttpHeaders,
        Map<String, String> queryParams,
        int requestMaxRetries,
        int streamMaxRetries,
        Duration streamIdleTimeout,
        boolean requiresOpenaiAuth) {
    @Override
    public String toString() {
        return "ProviderConfig[" + id + " " + wireApi + " " + baseUrl + "]";
    }
}
