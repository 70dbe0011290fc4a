package dev.bobbin.appserver.config;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a project's own {@code .codex} folder says. It counts only where the user trusts the project, and may never say where
 * a conversation is sent or which programs are told of it.
 *
 * @param folder the {@code .codex} folder
 * @param tree what its {@code config.toml} says, without what it may not; empty if there is none; must not be changed
 * @param disabledReason why it does not count; null if it does
 * @param ignored the keys that were left out
 */
public record ProjectLayer(
        Path folder, ObjectNode tree, @Nullable String disabledReason, List<String> ignored) {
    private static final String FOLDER = ".codex";

    private static final List<String> NOT_THE_PROJECTS = List.of(
            "openai_base_url",
            "chatgpt_base_url",
            "model_provider",
            "model_providers",
            "notify",
            "profile",
            "profiles",
            "experimental_realtime_ws_base_url",
            "otel",
            "compat_version",
            "durability",
            "experimental_thread_store");

    /** The file, which need not exist. */
    public Path file() {
        return folder.resolve("config.toml");
    }

    /** Whether it is laid over the user's settings. */
    public boolean counts() {
        return disabledReason == null;
    }

    /** Reads a file; an absent one is empty. */
    @FunctionalInterface
    interface FileReader {
        ObjectNode read(Path file);
    }

    /**
     * The layers for a folder, those of the project's top first.
     *
     * @param user what the user's own file says: whom he trusts, and what marks the top of a project
     * @throws ConfigException if the file of a trusted project cannot be understood
     */
    static List<ProjectLayer> find(Path codexHome, Path userFile, ObjectNode user, Path cwd, FileReader reader) {
        var top = top(user, cwd);
        var folders = new ArrayList<Path>();
        for (var folder = cwd; folder != null; folder = folder.getParent()) {
            var dot = folder.resolve(FOLDER);
            if (!dot.equals(codexHome) && Files.isDirectory(dot)) {
                folders.addFirst(folder);
            }
            if (folder.equals(top)) {
                break;
            }
        }
        return folders.stream()
                .map(folder -> layer(folder, disabledReason(folder, top, userFile, user), reader))
                .toList();
    }

    /** The nearest folder above with a marker of a project's top, {@code .git} unless configured; else the folder itself. */
    private static Path top(ObjectNode user, Path cwd) {
        var markers = user.path("project_root_markers");
        for (var folder = cwd; folder != null; folder = folder.getParent()) {
            if (!markers.isArray() && Files.exists(folder.resolve(".git"))) {
                return folder;
            }
            for (var marker : markers) {
                if (marker.isTextual() && Files.exists(folder.resolve(marker.textValue()))) {
                    return folder;
                }
            }
        }
        return cwd;
    }

    private static @Nullable String disabledReason(Path folder, Path top, Path userFile, ObjectNode user) {
        for (var place : List.of(folder, top)) {
            var level = level(user, place);
            if (level.equals("trusted")) {
                return null;
            }
            if (!level.isEmpty()) {
                return place + " is marked as untrusted in " + userFile
                        + ". To load project-local config, hooks, and exec policies, mark it trusted.";
            }
        }
        return "To load project-local config, hooks, and exec policies, add " + top + " as a trusted project in "
                + userFile + ".";
    }

    private static String level(ObjectNode user, Path folder) {
        return user.path("projects").path(folder.toString()).path("trust_level").asText();
    }

    private static ProjectLayer layer(Path folder, @Nullable String disabledReason, FileReader reader) {
        var dot = folder.resolve(FOLDER);
        ObjectNode tree;
        try {
            tree = reader.read(dot.resolve("config.toml")).deepCopy();
        } catch (ConfigException e) {
            if (disabledReason == null) {
                throw new ConfigException("Error parsing project config file " + e.problem());
            }
            return new ProjectLayer(dot, JsonNodeFactory.instance.objectNode(), disabledReason, List.of());
        }
        var ignored = new ArrayList<String>();
        for (var key : NOT_THE_PROJECTS) {
            JsonNode removed = tree.remove(key);
            if (removed != null) {
                ignored.add(key);
            }
        }
        return new ProjectLayer(dot, tree, disabledReason, ignored);
    }
}
