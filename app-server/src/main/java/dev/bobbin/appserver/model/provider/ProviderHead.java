package dev.bobbin.appserver.model.provider;

import dev.bobbin.appserver.config.ProviderConfig;
import dev.bobbin.appserver.model.ModelException;
import dev.bobbin.protocol.v2.turn.CodexErrorInfo;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Address and headers of calls to a provider. */
final class ProviderHead {
    private ProviderHead() {}

    /**
     * @param path as {@code /responses}
     * @throws ModelException if the provider's address is unusable
     */
    static URI uri(ProviderConfig provider, String path) throws ModelException {
        var base = provider.baseUrl() == null ? "" : provider.baseUrl();
        var url = new StringBuilder(base.endsWith("/") ? base.substring(0, base.length() - 1) : base).append(path);
        var separator = '?';
        for (var param : provider.queryParams().entrySet()) {
            url.append(separator).append(encoded(param.getKey())).append('=').append(encoded(param.getValue()));
            separator = '&';
        }
        URI uri;
        try {
            uri = URI.create(url.toString());
        } catch (IllegalArgumentException e) {
            throw ModelException.disconnected("builder error");
        }
        if (uri.getRawAuthority() == null) {
            throw ModelException.disconnected("builder error");
        }
        if (!"http".equalsIgnoreCase(uri.getScheme()) && !"https".equalsIgnoreCase(uri.getScheme())) {
            throw ModelException.disconnected("builder error for url (" + url + ")");
        }
        return uri;
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }

    /** @throws ModelException if the environment lacks the provider's key */
    static Map<String, String> headers(
            ProviderConfig provider, Map<String, String> ofRequest, Map<String, String> env, ProviderKeys keys)
            throws ModelException {
        var headers = new LinkedHashMap<String, String>();
        headers.put("user-agent", "bobbin");
        headers.putAll(provider.httpHeaders());
        for (var header : provider.envHttpHeaders().entrySet()) {
            var value = env.get(header.getValue());
            if (value != null && !value.isBlank()) {
                headers.put(header.getKey(), value);
            }
        }
        headers.putAll(ofRequest);
        headers.put("accept", "text/event-stream");
        headers.put("content-type", "application/json");
        var key = key(provider, env, keys);
        if (key != null) {
            headers.put("authorization", "Bearer " + key);
        }
        return headers;
    }

    private static @Nullable String key(ProviderConfig provider, Map<String, String> env, ProviderKeys keys)
            throws ModelException {
        if (provider.envKey() != null) {
            var key = env.get(provider.envKey());
            if (key == null || key.isBlank()) {
                var instructions = provider.envKeyInstructions();
                throw ModelException.lasting(
                        "Missing environment variable: `" + provider.envKey() + "`."
                                + (instructions == null ? "" : " " + instructions),
                        new CodexErrorInfo.Other());
            }
            return key.strip();
        }
        if (provider.bearerToken() != null) {
            return provider.bearerToken();
        }
        return provider.requiresOpenaiAuth() ? keys.openaiKey() : null;
    }
}
