package dev.bobbin.appserver.config;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The model providers: built-in ones and those of {@code [model_providers]}. */
final class Providers {
    private static final List<String> RESERVED = List.of("amazon-bedrock", "openai", "ollama", "lmstudio");
    private static final int DEFAULT_REQUEST_RETRIES = 4;
    private static final int DEFAULT_STREAM_RETRIES = 5;
    private static final int MOST_RETRIES = 100;
    private static final Duration DEFAULT_IDLE = Duration.ofMinutes(5);
    private static final String OPENAI_URL = "https://api.openai.com/v1";

    private Providers() {}

    static Map<String, ProviderConfig> read(Settings root, Map<String, String> env) {
        var providers = new LinkedHashMap<String, ProviderConfig>();
        builtIn(root, env).forEach(provider -> providers.put(provider.id(), provider));
        var tables = root.table("model_providers", "a map");
        var reserved = new ArrayList<String>();
        for (var id : (Iterable<String>) () -> tables.tree().fieldNames()) {
            if (RESERVED.contains(id)) {
                reserved.add("`" + id + "`");
            } else {
                providers.put(id, provider(id, tables.table(id, "struct ModelProviderInfo"), tables));
            }
        }
        if (!reserved.isEmpty()) {
            throw root.wrong(
                    "model_providers",
                    "model_providers contains reserved built-in provider IDs: " + String.join(", ", reserved)
                            + ". Built-in providers cannot be overridden. Rename your custom provider (for example,"
                            + " `openai-custom`).");
        }
        return providers;
    }

    private static List<ProviderConfig> builtIn(Settings root, Map<String, String> env) {
        var openaiUrl = root.filled("openai_base_url");
        return List.of(
                new ProviderConfig(
                        "openai",
                        "OpenAI",
                        WireApi.RESPONSES,
                        openaiUrl == null ? OPENAI_URL : openaiUrl,
                        null,
                        null,
                        null,
                        Map.of("version", Config.DEFAULT_COMPAT_VERSION),
                        Map.of("OpenAI-Organization", "OPENAI_ORGANIZATION", "OpenAI-Project", "OPENAI_PROJECT"),
                        Map.of(),
                        DEFAULT_REQUEST_RETRIES,
                        DEFAULT_STREAM_RETRIES,
                        DEFAULT_IDLE,
                        true),
                keyless("ollama", "gpt-oss", WireApi.RESPONSES, localUrl(env, 11434)),
                keyless("lmstudio", "gpt-oss", WireApi.RESPONSES, localUrl(env, 1234)),
                keyless("offline", "Offline", WireApi.OFFLINE, null));
    }

    private static String localUrl(Map<String, String> env, int usualPort) {
        var url = env.get("CODEX_OSS_BASE_URL");
        if (url != null && !url.isBlank()) {
            return url;
        }
        var port = env.get("CODEX_OSS_PORT");
        return "http://localhost:" + (port == null || port.isBlank() ? usualPort : port) + "/v1";
    }

    private static ProviderConfig keyless(String id, String name, WireApi wireApi, @Nullable String url) {
        return new ProviderConfig(
                id,
                name,
                wireApi,
                url,
                null,
                null,
                null,
                Map.of(),
                Map.of(),
                Map.of(),
                DEFAULT_REQUEST_RETRIES,
                DEFAULT_STREAM_RETRIES,
                DEFAULT_IDLE,
                false);
    }

    private static ProviderConfig provider(String id, Settings table, Settings all) {
        var name = table.text("name");
        if (name == null || name.isBlank()) {
            throw all.wrong(id, "model_providers." + id + ": provider name must not be empty");
        }
        var url = table.filled("base_url");
        var idle = table.number("stream_idle_timeout_ms", "u64");
        return new ProviderConfig(
                id,
                name,
                wireApi(table),
                url == null ? OPENAI_URL : url,
                table.filled("env_key"),
                table.filled("env_key_instructions"),
                table.filled("experimental_bearer_token"),
                table.textMap("http_headers"),
                table.textMap("env_http_headers"),
                table.textMap("query_params"),
                retries(table, "request_max_retries", DEFAULT_REQUEST_RETRIES),
                retries(table, "stream_max_retries", DEFAULT_STREAM_RETRIES),
                idle == null ? DEFAULT_IDLE : Duration.ofMillis(idle),
                table.flag("requires_openai_auth", false));
    }

    private static int retries(Settings table, String key, int absent) {
        var value = table.number(key, "u64");
        return value == null ? absent : (int) Math.min(value, MOST_RETRIES);
    }

    private static WireApi wireApi(Settings table) {
        var word = table.word("wire_api");
        if (word == null) {
            return WireApi.RESPONSES;
        }
        return switch (word) {
            case "responses" -> WireApi.RESPONSES;
            case "chat" -> WireApi.CHAT;
            case "offline" -> WireApi.OFFLINE;
            default -> throw table.unknownVariant("wire_api", word, List.of("responses"));
        };
    }
}
