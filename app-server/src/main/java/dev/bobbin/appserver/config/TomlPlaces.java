package dev.bobbin.appserver.config;

import java.util.ArrayList;
import java.util.List;

/**
 * Finds where a setting stands in TOML text, for messages. Looks at headers and at the first key of each line, which is
 * how people write; anything cleverer is reported at the table it is in.
 */
final class TomlPlaces {
    private TomlPlaces() {}

    /** {@code line:column} of the value at {@code path}, or of the nearest table around it; both count from 1. */
    static String find(String text, List<String> path) {
        var best = "1:1";
        var bestDepth = -1;
        List<String> table = List.of();
        var lines = text.split("\n", -1);
        for (var i = 0; i < lines.length; i++) {
            var line = lines[i];
            var start = line.length() - line.stripLeading().length();
            if (line.startsWith("[", start)) {
                var open = line.startsWith("[[", start) ? start + 2 : start + 1;
                var close = line.indexOf(']', open);
                table = close < 0 ? List.of() : keys(line.substring(open, close));
                var depth = Math.min(table.size(), path.size());
                if ((leads(table, path) || leads(path, table)) && depth > bestDepth) {
                    bestDepth = depth;
                    best = (i + 1) + ":" + (start + 2);
                }
                continue;
            }
            var equals = line.indexOf('=', start);
            if (equals < 0 || line.startsWith("#", start)) {
                continue;
            }
            var whole = new ArrayList<>(table);
            whole.addAll(keys(line.substring(start, equals)));
            if (leads(whole, path) && whole.size() > bestDepth) {
                var rest = line.substring(equals + 1);
                bestDepth = whole.size();
                best = (i + 1) + ":"
                        + (equals + 2 + rest.length() - rest.stripLeading().length());
            }
        }
        return best;
    }

    /** {@code line:column} of the key at {@code path}, or of the nearest table around it; both count from 1. */
    static String findKey(String text, List<String> path) {
        var value = find(text, path);
        var line = Integer.parseInt(value.substring(0, value.indexOf(':')));
        var written = text.split("\n", -1)[line - 1];
        return line + ":" + (written.length() - written.stripLeading().length() + 1);
    }

    private static boolean leads(List<String> beginning, List<String> path) {
        return beginning.size() <= path.size()
                && path.subList(0, beginning.size()).equals(beginning);
    }

    private static List<String> keys(String dotted) {
        var keys = new ArrayList<String>();
        for (var part : dotted.split("\\.", -1)) {
            var key = part.strip();
            var quoted = key.length() > 1 && (key.startsWith("\"") || key.startsWith("'"));
            keys.add(quoted ? key.substring(1, key.length() - 1) : key);
        }
        return keys;
    }
}
