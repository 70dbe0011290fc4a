package dev.bobbin.appserver.config;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.bobbin.protocol.v2.approval.ApprovalsReviewer;
import dev.bobbin.protocol.v2.approval.SandboxPolicy;
import dev.bobbin.protocol.v2.config.WebSearchMode;
import dev.bobbin.protocol.v2.item.ReasoningEffort;
import dev.bobbin.protocol.v2.turn.Personality;
import dev.bobbin.protocol.v2.turn.ReasoningSummary;
import dev.bobbin.threadstore.ThreadStoreProvider;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Makes a {@link Config} of a merged tree. */
final class ConfigReader {
    private final Path codexHome;
    private final Map<String, String> env;

    ConfigReader(Path codexHome, Map<String, String> env) {
        this.codexHome = codexHome;
        this.env = env;
    }

    /**
     * @throws SettingException if a value is of the wrong kind
     * @throws ConfigException if the chosen provider does not exist
     */
    Config read(ObjectNode tree, @Nullable Path cwd) {
        var root = new Settings(tree);
        refuseLegacyProfile(root);
        var trusted = Permissions.trusted(root, cwd);
        var model = root.text("model");
        var provider = root.text("model_provider");
        var compatVersion = root.filled("compat_version");
        var reviewer = root.word("approvals_reviewer", ApprovalsReviewer.class);
        var profiles = new PermissionProfiles(root, env, codexHome);
        profiles.check();
        var sandbox = Permissions.sandbox(root, trusted, codexHome);
        var permissions = permissions(root, profiles, sandbox);
        var config = new Config(
                codexHome,
                sqliteHome(root),
                model == null ? Config.DEFAULT_MODEL : model,
                provider == null ? Config.DEFAULT_PROVIDER : provider,
                Providers.read(root, env),
                Permissions.approval(root, trusted),
                reviewer == null ? ApprovalsReviewer.USER : reviewer,
                permissions == null ? sandbox : permissions.policy(),
                profiles,
                permissions,
                reasoning(root),
                root.word("model_verbosity", Verbosity.class),
                root.word("personality", Personality.class),
                serviceTier(root),
                limits(root),
                instructions(root),
                projectDocs(root),
                root.word("web_search", WebSearchMode.class),
                root.filled("review_model"),
                features(root),
                approvalDeadline(root),
                compatVersion == null ? Config.DEFAULT_COMPAT_VERSION : compatVersion,
                durability(root),
                threadStore(root),
                root.node("mcp_servers") == null ? List.of() : McpServers.read(root),
                tree);
        Objects.requireNonNull(config.provider());
        return config;
    }

    /** The profile in force; null if a sandbox mode is. */
    private static @Nullable PermissionChoice permissions(
            Settings root, PermissionProfiles profiles, SandboxPolicy sandbox) {
        var chosen = root.node("default_permissions");
        if (chosen != null && !chosen.isNull()) {
            return profiles.choose(String.valueOf(root.text("default_permissions")));
        }
        return root.node("sandbox_mode") == null ? profiles.fitting(sandbox) : null;
    }

    private static void refuseLegacyProfile(Settings root) {
        var profile = root.text("profile");
        if (profile != null) {
            throw new ConfigException(
                    "legacy `profile = \"" + profile + "\"` config is no longer supported; use `--profile " + profile
                            + "` with `" + profile + ".config.toml` instead");
        }
    }

    private Path sqliteHome(Settings root) {
        var set = root.filled("sqlite_home");
        var path = set == null ? env.get("CODEX_SQLITE_HOME") : set;
        return path == null || path.isBlank()
                ? codexHome
                : codexHome.resolve(path).toAbsolutePath().normalize();
    }

    private static ReasoningSettings reasoning(Settings root) {
        return new ReasoningSettings(
                root.word("model_reasoning_effort", ReasoningEffort.class),
                root.word("model_reasoning_summary", ReasoningSummary.class),
                root.flag("model_supports_reasoning_summaries"),
                root.flag("show_raw_agent_reasoning", false) && !root.flag("hide_agent_reasoning", false));
    }

    /** Names that the service does not know are dropped, as they would fail every request. */
    private static @Nullable String serviceTier(Settings root) {
        var tier = root.text("service_tier");
        if (tier == null) {
            return null;
        }
        return switch (tier) {
            case "fast", "priority" -> "priority";
            case "flex" -> "flex";
            default -> null;
        };
    }

    private static ModelLimits limits(Settings root) {
        return new ModelLimits(
                root.number("model_context_window", "i64"),
                root.number("model_auto_compact_token_limit", "i64"),
                root.number("tool_output_token_limit", "usize"));
    }

    private Instructions instructions(Settings root) {
        var file = root.filled("model_instructions_file");
        var base = root.filled("instructions");
        if (file != null) {
            base = fileText(codexHome.resolve(file));
        }
        return new Instructions(base, root.filled("developer_instructions"), root.filled("compact_prompt"));
    }

    private static String fileText(Path path) {
        String text;
        try {
            text = Files.readString(path).strip();
        } catch (IOException e) {
            throw new ConfigException("failed to read model instructions file " + path + ": " + e.getMessage());
        }
        if (text.isEmpty()) {
            throw new ConfigException("model instructions file is empty: " + path);
        }
        return text;
    }

    private static ProjectDocSettings projectDocs(Settings root) {
        return new ProjectDocSettings(
                root.count("project_doc_max_bytes", ProjectDocSettings.DEFAULT_MAX_BYTES),
                root.texts("project_doc_fallback_filenames"));
    }

    /** A feature may also be a table with settings of its own; such a table switches nothing. */
    private static Features features(Settings root) {
        var table = root.table("features", "a map");
        var switches = new LinkedHashMap<String, Boolean>();
        for (var entry : table.tree().properties()) {
            if (entry.getValue().isBoolean()) {
                switches.put(entry.getKey(), entry.getValue().booleanValue());
            } else if (!entry.getValue().isObject()) {
                var description = entry.getValue().isTextual()
                        ? "string \"" + entry.getValue().textValue() + "\""
                        : "value `" + entry.getValue() + "`";
                throw root.wrong("features", "invalid type: " + description + ", expected a boolean");
            }
        }
        return new Features(Map.copyOf(switches));
    }

    private static @Nullable Duration approvalDeadline(Settings root) {
        var seconds = root.count("approval_deadline_seconds", 0);
        return seconds == 0 ? null : Duration.ofSeconds(seconds);
    }

    private static Durability durability(Settings root) {
        var word = root.word("durability");
        if (word == null) {
            return Durability.TURN;
        }
        return switch (word) {
            case "always" -> Durability.ALWAYS;
            case "turn" -> Durability.TURN;
            case "none" -> Durability.NONE;
            default -> throw root.unknownVariant("durability", word, List.of("always", "turn", "none"));
        };
    }

    private static ThreadStoreChoice threadStore(Settings root) {
        if (root.node("experimental_thread_store") == null) {
            return new ThreadStoreChoice(ThreadStoreChoice.LOCAL, Map.of());
        }
        var table = root.table("experimental_thread_store", "internally tagged enum ThreadStoreToml");
        var word = String.valueOf(table.word("type"));
        var known = List.of(ThreadStoreChoice.LOCAL, ThreadStoreChoice.IN_MEMORY);
        if (!known.contains(word) && ThreadStoreProvider.named(word).isEmpty()) {
            throw table.unknownVariant("type", word, known);
        }
        var settings = new LinkedHashMap<String, String>();
        table.tree().properties().forEach(setting -> {
            if (!setting.getKey().equals("type") && setting.getValue().isValueNode()) {
                settings.put(setting.getKey(), setting.getValue().asText());
            }
        });
        return new ThreadStoreChoice(word, settings);
    }
}
