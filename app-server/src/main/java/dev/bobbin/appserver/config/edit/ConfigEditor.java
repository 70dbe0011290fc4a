package dev.bobbin.appserver.config.edit;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.bobbin.appserver.config.ConfigException;
import dev.bobbin.appserver.config.ConfigLayers;
import dev.bobbin.appserver.config.ConfigLoader;
import dev.bobbin.appserver.config.PrivateFile;
import dev.bobbin.appserver.config.Toml;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Changes the user's file: all changes of a request or none. Safe for use from many threads. */
public final class ConfigEditor {
    private final ConfigLoader loader;

    /** For the user's file of this configuration. */
    public ConfigEditor(ConfigLoader loader) {
        this.loader = loader;
    }

    /**
     * One change.
     *
     * @param keyPath keys with dots between them
     * @param value null removes what is there
     * @param isUpsert whether a table is put into the one that is there, instead of replacing it
     */
    public record Edit(String keyPath, JsonNode value, boolean isUpsert) {}

    /**
     * What was written.
     *
     * @param version of the file now
     * @param overridden the value that is in force in spite of a change; null if all changes are
     */
    public record Written(String version, @Nullable JsonNode overridden) {}

    /**
     * Makes changes in their order. On return, the file is on disk.
     *
     * @param expectedVersion refuses if the file is not of this version; null takes any
     * @throws ConfigEditException if the changes are refused
     * @throws ConfigException if the file cannot be understood as it is
     */
    public synchronized Written apply(List<Edit> edits, @Nullable String expectedVersion) throws IOException {
        var tree = loader.userLayer();
        if (expectedVersion != null && !expectedVersion.equals(ConfigTree.version(tree))) {
            throw new ConfigEditException(
                    ConfigEditException.Reason.VERSION_CONFLICT,
                    "Configuration was modified since last read. Fetch latest version and retry.");
        }
        var before = text();
        var document = new TomlDocument(before);
        var paths = new ArrayList<List<String>>();
        for (var edit : edits) {
            var path = KeyPath.parse(edit.keyPath());
            if (path.getFirst().equals("profile") && !edit.value().isNull()) {
                throw ConfigEditException.invalid(
                        "`profile` is a legacy config selector and can no longer be written; use"
                                + " `--profile <name>` with `<name>.config.toml` instead");
            }
            paths.add(path);
            change(document, tree, path, edit.value(), edit.isUpsert());
        }
        var problem = loader.problemWith(tree);
        if (problem != null) {
            throw ConfigEditException.invalid("Invalid configuration: " + problem);
        }
        if (!document.text().equals(before)) {
            PrivateFile.replaceKeepingMode(
                    loader.userFile(), verified(document, tree).getBytes(StandardCharsets.UTF_8));
        }
        return new Written(ConfigTree.version(loader.userLayer()), overridden(tree, paths));
    }

    /**
     * Rewrites a row of tables, each of which gets a header of its own. On return, the file is on disk.
     *
     * @param path of the row
     * @param change gets the tables there are, and returns those that shall be
     * @throws ConfigException if the file cannot be understood as it is
     */
    public synchronized void rewriteTables(List<String> path, UnaryOperator<List<ObjectNode>> change)
            throws IOException {
        var tree = loader.userLayer();
        var tables = new ArrayList<ObjectNode>();
        for (var table : ConfigTree.at(tree, path)) {
            if (table instanceof ObjectNode object) {
                tables.add(object);
            }
        }
        var wanted = change.apply(tables);
        if (wanted.equals(tables)) {
            return;
        }
        var document = new TomlDocument(text());
        document.remove(path);
        document.trimEnd();
        wanted.forEach(table -> document.appendTable(path, table));
        ConfigTree.set(tree, path, wanted.isEmpty() ? null : tree.arrayNode().addAll(wanted));
        PrivateFile.replaceKeepingMode(
                loader.userFile(), verified(document, tree).getBytes(StandardCharsets.UTF_8));
    }

    private String text() throws IOException {
        try {
            return Files.readString(loader.userFile());
        } catch (NoSuchFileException e) {
            return "";
        }
    }

    /** Changes the text and the tree alike. */
    private static void change(
            TomlDocument document, ObjectNode tree, List<String> path, JsonNode value, boolean isUpsert) {
        var given = ConfigTree.at(tree, path);
        if (value.isNull()) {
            document.remove(path);
            ConfigTree.set(tree, path, null);
            return;
        }
        if (!(value instanceof ObjectNode table)) {
            if (given.isObject() || hasTables(given)) {
                document.remove(path);
            }
            ConfigTree.set(tree, path, value);
            document.set(path, value);
            return;
        }
        if (!(given instanceof ObjectNode old)) {
            document.remove(path);
            ConfigTree.set(tree, path, tree.objectNode());
        } else if (!isUpsert) {
            for (var key : (Iterable<String>) List.copyOf(names(old))) {
                if (!table.has(key)) {
                    change(document, tree, inside(path, key), table.nullNode(), false);
                }
            }
        }
        if (table.isEmpty() && given.isMissingNode()) {
            document.open(path);
        }
        for (var member : table.properties()) {
            change(document, tree, inside(path, member.getKey()), member.getValue(), isUpsert);
        }
    }

    /** Whether this may stand in the file as a row of tables, each with a header of its own. */
    private static boolean hasTables(JsonNode value) {
        return value.isArray() && value.path(0).isObject();
    }

    private static List<String> names(ObjectNode object) {
        var names = new ArrayList<String>();
        object.fieldNames().forEachRemaining(names::add);
        return names;
    }

    private static List<String> inside(List<String> path, String key) {
        var longer = new ArrayList<>(path);
        longer.add(key);
        return longer;
    }

    /** The text, if a reader of it finds what it should: a file that cannot be changed is better than a broken one. */
    private static String verified(TomlDocument document, ObjectNode tree) throws IOException {
        try {
            var found = ConfigTree.pruned(Toml.parse(document.text()));
            if (found.equals(ConfigEditor::compare, ConfigTree.pruned(tree))) {
                return document.text();
            }
        } catch (Toml.SyntaxException e) {
            throw new IOException("config.toml is written in a way that this server cannot change", e);
        }
        throw new IOException("config.toml is written in a way that this server cannot change");
    }

    private static int compare(JsonNode one, JsonNode other) {
        if (one.isNumber() && other.isNumber()) {
            return one.decimalValue().compareTo(other.decimalValue());
        }
        return one.equals(other) || one.isPojo() && one.asText().equals(other.asText()) ? 0 : 1;
    }

    private @Nullable JsonNode overridden(ObjectNode tree, List<List<String>> paths) {
        var session = loader.sessionLayer();
        var effective = tree.deepCopy();
        ConfigLayers.merge(effective, session);
        for (var path : paths) {
            var value = ConfigTree.at(effective, path);
            if (!ConfigTree.at(session, path).isMissingNode() && !value.equals(ConfigTree.at(tree, path))) {
                return value;
            }
        }
        return null;
    }
}
