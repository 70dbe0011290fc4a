package dev.bobbin.appserver.config.edit;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.bobbin.appserver.config.Config;
import dev.bobbin.appserver.config.ConfigLayers;
import dev.bobbin.appserver.config.ConfigLoader;
import dev.bobbin.appserver.config.Features;
import dev.bobbin.appserver.config.ProjectLayer;
import dev.bobbin.protocol.v2.config.ConfigLayer;
import dev.bobbin.protocol.v2.config.ConfigLayerMetadata;
import dev.bobbin.protocol.v2.config.ConfigLayerSource;
import dev.bobbin.protocol.v2.config.ConfigReadResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Tells clients what is configured, and where. */
public final class ConfigReport {
    private static final Path SYSTEM_FILE = Path.of("/etc/codex/config.toml");
    private static final int DEFAULT_DOC_BYTES = 32_768;

    /** The settings that clients expect to see, set or not. */
    private static final List<String> KEYS = List.of(
            "model",
            "review_model",
            "model_context_window",
            "model_auto_compact_token_limit",
            "model_provider",
            "approval_policy",
            "approvals_reviewer",
            "sandbox_mode",
            "sandbox_workspace_write",
            "forced_chatgpt_workspace_id",
            "forced_login_method",
            "web_search",
            "tools",
            "instructions",
            "developer_instructions",
            "compact_prompt",
            "model_reasoning_effort",
            "model_reasoning_summary",
            "model_verbosity",
            "service_tier",
            "analytics",
            "apps",
            "desktop",
            "default_permissions",
            "personality",
            "projects",
            "notify",
            "tui",
            "hooks",
            "skills",
            "sqlite_home",
            "model_instructions_file",
            "model_catalog_json");

    private static final List<String> SHELL_KEYS =
            List.of("inherit", "ignore_default_excludes", "exclude", "set", "include_only", "experimental_use_profile");

    private static final List<String> PROVIDER_KEYS = List.of(
            "name",
            "base_url",
            "env_key",
            "env_key_instructions",
            "experimental_bearer_token",
            "auth",
            "aws",
            "wire_api",
            "query_params",
            "http_headers",
            "env_http_headers",
            "request_max_retries",
            "stream_max_retries",
            "stream_idle_timeout_ms",
            "websocket_connect_timeout_ms");

    private final ConfigLoader loader;

    /** On this configuration, as it is when asked for. */
    public ConfigReport(ConfigLoader loader) {
        this.loader = loader;
    }

    /**
     * @param cwd whose projects count as well; null for none
     * @throws dev.bobbin.appserver.config.ConfigException if a file cannot be used
     */
    public ConfigReadResponse read(boolean includeLayers, @Nullable Path cwd) {
        var layers = layers(cwd);
        var config = loader.load(cwd);
        var origins = new LinkedHashMap<String, ConfigLayerMetadata>();
        for (var layer : layers.reversed()) {
            if (layer.disabledReason() != null) {
                continue;
            }
            note(layer.config(), "", new ConfigLayerMetadata(layer.name(), layer.version()), origins);
        }
        return new ConfigReadResponse(shown(config), origins, includeLayers ? layers : null);
    }

    /** The layer of the command line. */
    public ConfigLayerMetadata session() {
        return new ConfigLayerMetadata(new ConfigLayerSource.SessionFlags(), ConfigTree.version(loader.sessionLayer()));
    }

    /** The one that wins comes first. */
    private List<ConfigLayer> layers(@Nullable Path cwd) {
        var layers = new ArrayList<ConfigLayer>();
        var session = loader.sessionLayer();
        if (!session.isEmpty()) {
            layers.add(layer(new ConfigLayerSource.SessionFlags(), session));
        }
        if (cwd != null) {
            loader.projectLayers(cwd).reversed().forEach(project -> layers.add(layer(project)));
        }
        layers.add(layer(new ConfigLayerSource.User(loader.userFile().toString(), null), loader.userLayer()));
        var nothing = JsonNodeFactory.instance.objectNode();
        var disabled = Files.exists(SYSTEM_FILE) ? "this server does not read it" : null;
        layers.add(new ConfigLayer(
                new ConfigLayerSource.System(SYSTEM_FILE.toString()), ConfigTree.version(nothing), nothing, disabled));
        return layers;
    }

    private static ConfigLayer layer(ProjectLayer project) {
        return new ConfigLayer(
                new ConfigLayerSource.Project(project.folder().toString()),
                ConfigTree.version(project.tree()),
                project.tree(),
                project.disabledReason());
    }

    private static ConfigLayer layer(ConfigLayerSource source, ObjectNode config) {
        return new ConfigLayer(source, ConfigTree.version(config), config, null);
    }

    /** Says of each value in a layer that it comes from there, over what was said before. */
    private static void note(
            JsonNode node, String path, ConfigLayerMetadata layer, Map<String, ConfigLayerMetadata> origins) {
        var prefix = path.isEmpty() ? "" : path + ".";
        if (node.isObject()) {
            node.properties().forEach(each -> note(each.getValue(), prefix + each.getKey(), layer, origins));
        } else if (node.isArray()) {
            for (int i = 0; i < node.size(); i++) {
                note(node.get(i), prefix + i, layer, origins);
            }
        } else {
            origins.put(path, layer);
        }
    }

    private static ObjectNode shown(Config config) {
        var shown = JsonNodeFactory.instance.objectNode();
        KEYS.forEach(shown::putNull);
        shown.putObject("mcp_servers");
        shown.putObject("model_providers");
        shown.putObject("plugins");
        shown.putObject("profiles");
        shown.put("hide_agent_reasoning", false);
        shown.put("project_doc_max_bytes", DEFAULT_DOC_BYTES);
        shown.putArray("project_doc_fallback_filenames");
        shown.put("allow_login_shell", true);
        var shell = shown.putObject("shell_environment_policy");
        SHELL_KEYS.forEach(shell::putNull);
        shown.putObject("history").put("persistence", "save-all").putNull("max_bytes");
        var features = shown.putObject("features").putNull("network_proxy");
        Features.SWITCHABLE.forEach(name -> features.put(name, config.features().enabled(name)));
        ConfigLayers.merge(shown, config.raw());
        for (var provider : shown.path("model_providers").properties()) {
            if (provider.getValue() instanceof ObjectNode given) {
                provider.setValue(shownProvider(given));
            }
        }
        return shown;
    }

    private static ObjectNode shownProvider(ObjectNode given) {
        var shown = JsonNodeFactory.instance.objectNode();
        PROVIDER_KEYS.forEach(shown::putNull);
        shown.put("wire_api", "responses");
        shown.put("requires_openai_auth", false);
        shown.put("supports_websockets", false);
        ConfigLayers.merge(shown, given);
        return shown;
    }
}
