package dev.bobbin.appserver.config.edit;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** A layer of configuration as a tree. */
public final class ConfigTree {
    private static final String HASH = "SHA-256";

    private ConfigTree() {}

    /** What identifies the content of a layer: the same for the same settings, whatever their order and comments. */
    public static String version(ObjectNode layer) {
        try {
            var hash = MessageDigest.getInstance(HASH)
                    .digest(sorted(layer).toString().getBytes(StandardCharsets.UTF_8));
            return "sha256:" + HexFormat.of().formatHex(hash);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has " + HASH, e);
        }
    }

    private static JsonNode sorted(JsonNode node) {
        return switch (node) {
            case ObjectNode object -> {
                var sorted = JsonNodeFactory.instance.objectNode();
                var keys = new TreeSet<String>();
                object.fieldNames().forEachRemaining(keys::add);
                keys.forEach(key -> sorted.set(key, sorted(object.path(key))));
                yield sorted;
            }
            case ArrayNode array -> {
                var sorted = JsonNodeFactory.instance.arrayNode();
                array.forEach(each -> sorted.add(sorted(each)));
                yield sorted;
            }
            default -> node;
        };
    }

    /** What stands at a path; missing if nothing does. */
    static JsonNode at(JsonNode tree, List<String> path) {
        var node = tree;
        for (var key : path) {
            node = node.path(key);
        }
        return node;
    }

    /** Puts a value into a tree, or with null takes it out. */
    static void set(ObjectNode tree, List<String> path, @Nullable JsonNode value) {
        var table = tree;
        for (var key : path.subList(0, path.size() - 1)) {
            var below = table.get(key);
            if (below == null && value == null) {
                return;
            }
            if (below != null && !below.isObject()) {
                throw ConfigEditException.noTable();
            }
            table = below instanceof ObjectNode object ? object : table.putObject(key);
        }
        if (value == null) {
            table.remove(path.getLast());
        } else {
            table.set(path.getLast(), value);
        }
    }

    /** Without members that have no value and without tables that have no members, for comparing. */
    static JsonNode pruned(JsonNode node) {
        if (!(node instanceof ObjectNode object)) {
            return node;
        }
        var kept = JsonNodeFactory.instance.objectNode();
        object.properties().forEach(each -> {
            var value = pruned(each.getValue());
            if (!value.isNull() && !(value.isObject() && value.isEmpty())) {
                kept.set(each.getKey(), value);
            }
        });
        return kept;
    }
}
