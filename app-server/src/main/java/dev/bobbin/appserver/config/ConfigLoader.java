package dev.bobbin.appserver.config;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Reads the files and lays the layers over each other. Safe for use from many threads. */
public final class ConfigLoader {
    private static final String FILE = "config.toml";

    private final Path codexHome;
    private final @Nullable String profile;
    private final List<String> cliOverrides;
    private final Map<String, String> env;

    private volatile @Nullable Source lastRead;

    // Replaced whole, never changed.
    private volatile ObjectNode runtime = JsonNodeFactory.instance.objectNode();

    /**
     * A file as read.
     *
     * @param tree must not be changed
     */
    private record Source(Path path, String text, ObjectNode tree) {}

    /**
     * @param codexHome folder with {@code config.toml}; need not exist
     * @param profile layers {@code <profile>.config.toml} over it
     * @param cliOverrides as {@code key=value}, see {@link ConfigLayers#ofCommandLine}
     */
    public ConfigLoader(Path codexHome, @Nullable String profile, List<String> cliOverrides, Map<String, String> env) {
        this.codexHome = codexHome.toAbsolutePath().normalize();
        this.profile = profile;
        this.cliOverrides = List.copyOf(cliOverrides);
        this.env = env;
    }

    /** {@code CODEX_HOME}, or {@code .codex} in the user's home. */
    public static Path codexHome(Map<String, String> env) {
        var set = env.get("CODEX_HOME");
        if (set != null && !set.isBlank()) {
            return Path.of(set).toAbsolutePath().normalize();
        }
        var home = env.get("HOME");
        return Path.of(home == null || home.isBlank() ? System.getProperty("user.home") : home, ".codex");
    }

    public Path codexHome() {
        return codexHome;
    }

    /** The file that is the user's to write; need not exist. */
    public Path userFile() {
        return codexHome.resolve(FILE);
    }

    /**
     * What the user's file says, read anew.
     *
     * @throws ConfigException if it cannot be read or understood
     */
    public ObjectNode userLayer() {
        return read(userFile(), false).tree().deepCopy();
    }

    /**
     * What the command line says.
     *
     * @throws ConfigException if it cannot be understood
     */
    public ObjectNode sessionLayer() {
        try {
            return ConfigLayers.ofCommandLine(cliOverrides);
        } catch (IllegalArgumentException e) {
            throw new ConfigException("error parsing -c overrides: " + e.getMessage());
        }
    }

    /**
     * Sets something until the server ends, where nobody else does: files and the command line win.
     *
     * @param key with dots between its parts
     */
    public synchronized void setUntilEnd(String key, JsonNode value) {
        var next = runtime.deepCopy();
        ConfigLayers.merge(next, ConfigLayers.unfold(next.objectNode().set(key, value)));
        runtime = next;
    }

    /**
     * The first setting of the user's file that there is not, by its place; null if all are known.
     *
     * @throws ConfigException if the file cannot be read or understood
     */
    public @Nullable String unknownSetting() {
        var file = read(userFile(), false);
        var unknown = KnownSettings.firstUnknown(file.tree());
        return unknown == null
                ? null
                : file.path() + ":" + TomlPlaces.findKey(file.text(), unknown) + ": unknown configuration field `"
                        + String.join(".", unknown) + "`";
    }

    /**
     * What the projects around a folder say, the outermost first, whether it counts or not.
     *
     * @throws ConfigException if a file that counts cannot be understood
     */
    public List<ProjectLayer> projectLayers(Path cwd) {
        var folder = cwd.toAbsolutePath().normalize();
        return ProjectLayer.find(codexHome, userFile(), read(userFile(), false).tree(), folder, path -> {
            var tree = read(path, false).tree().deepCopy();
            absoluteRoots(tree, Objects.requireNonNull(path.getParent(), "a file in a folder"));
            return tree;
        });
    }

    /** What would be wrong with a user's file that says this; null if nothing. Names are not looked up. */
    public @Nullable String problemWith(ObjectNode userLayer) {
        try {
            new ConfigReader(codexHome, env).read(userLayer, null);
            return null;
        } catch (SettingException e) {
            return e.problem() + "\nin `" + String.join(".", e.path()) + "`\n";
        } catch (ConfigException e) {
            return null;
        }
    }

    /**
     * Reads all files anew, and parses those that have changed. A missing {@code config.toml} is an empty one.
     *
     * @param cwd folder whose trust decides the default permissions; null if none is known yet
     * @throws ConfigException if a file cannot be read or understood, or names a provider that there is not
     */
    public Config load(@Nullable Path cwd) {
        return load(cwd, null);
    }

    /**
     * Reads all files anew and lays the {@code config} of a request over them.
     *
     * @param overrides keys may have dots; relative paths in it are resolved against {@code cwd}
     * @throws ConfigException as {@link #load(Path)}
     */
    public Config load(@Nullable Path cwd, @Nullable ObjectNode overrides) {
        var merged = runtime.deepCopy();
        var file = read(codexHome.resolve(FILE), false);
        ConfigLayers.merge(merged, file.tree());
        if (profile != null) {
            ConfigLayers.merge(
                    merged, read(codexHome.resolve(profile + "." + FILE), true).tree());
        }
        var projects = cwd == null ? List.<ProjectLayer>of() : projectLayers(cwd);
        for (var project : projects) {
            if (project.counts()) {
                ConfigLayers.merge(merged, project.tree());
            }
        }
        ConfigLayers.merge(merged, sessionLayer());
        absoluteRoots(merged, codexHome);
        if (overrides != null) {
            var upper = ConfigLayers.unfold(overrides);
            absoluteRoots(upper, cwd == null ? codexHome : cwd);
            ConfigLayers.merge(merged, upper);
        }
        try {
            return new ConfigReader(codexHome, env).read(merged, cwd);
        } catch (SettingException e) {
            throw new ConfigException(explain(e, sourceOf(e, projects, file)));
        }
    }

    private Source read(Path path, boolean required) {
        String text;
        try {
            text = new String(Files.readAllBytes(path), StandardCharsets.UTF_8);
        } catch (NoSuchFileException e) {
            if (required) {
                throw new ConfigException("config profile not found: " + path);
            }
            text = "";
        } catch (IOException e) {
            throw new ConfigException("failed to read " + path + ": " + e.getMessage());
        }
        var last = lastRead;
        if (last != null && last.path().equals(path) && last.text().equals(text)) {
            return last;
        }
        try {
            var source = new Source(path, text, Toml.parse(text.startsWith("\ufeff") ? text.substring(1) : text));
            if (path.equals(userFile())) {
                lastRead = source;
            }
            return source;
        } catch (Toml.SyntaxException e) {
            throw new ConfigException(path + ":" + e.line() + ":" + e.column() + ": " + e.getMessage());
        }
    }

    /** So that a layer's relative folders keep their meaning when it is merged with others. */
    private static void absoluteRoots(ObjectNode layer, Path base) {
        if (layer.get("sandbox_workspace_write") instanceof ObjectNode table
                && table.get("writable_roots") instanceof ArrayNode roots) {
            for (var i = 0; i < roots.size(); i++) {
                if (roots.get(i).isTextual()) {
                    roots.set(
                            i,
                            TextNode.valueOf(base.resolve(roots.get(i).textValue())
                                    .normalize()
                                    .toString()));
                }
            }
        }
    }

    /** The file whose value counts: the innermost project's that has it, else the user's. */
    private Source sourceOf(SettingException e, List<ProjectLayer> projects, Source userFile) {
        for (var project : projects.reversed()) {
            JsonNode node = project.tree();
            for (var key : e.path()) {
                node = node.path(key);
            }
            if (project.counts() && !node.isMissingNode()) {
                return read(project.file(), false);
            }
        }
        return userFile;
    }

    /** A value that the file has is shown by its place in the file, any other by its key. */
    private static String explain(SettingException e, Source file) {
        JsonNode node = file.tree();
        for (var key : e.path()) {
            node = node.path(key);
        }
        if (!node.isMissingNode()) {
            return file.path() + ":" + TomlPlaces.find(file.text(), e.path()) + ": " + e.inFile();
        }
        return e.problem() + "\nin `" + String.join(".", e.path()) + "`\n";
    }
}
