package dev.bobbin.appserver.config.edit;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.bobbin.appserver.config.Toml;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A TOML text that changes in as few places as a new value needs. Not safe for use from more than one thread. */
final class TomlDocument {
    private String text;

    TomlDocument(String text) {
        this.text = text;
    }

    String text() {
        return text;
    }

    /**
     * Sets a value that is not a table, where there is none that is.
     *
     * @throws ConfigEditException if something that is not a table is in the way
     */
    void set(List<String> path, JsonNode value) {
        var statements = TomlScanner.scan(text);
        for (var statement : statements) {
            if (statement instanceof TomlStatement.Header header
                    && header.isOfMany()
                    && TomlStatement.startsWith(path, header.path())) {
                throw ConfigEditException.noTable();
            }
            if (statement instanceof TomlStatement.Assignment given
                    && TomlStatement.startsWith(path, given.path())
                    && !isInManyTables(statements, given)) {
                setAt(given, path.subList(given.path().size(), path.size()), value);
                return;
            }
        }
        insert(statements, path, value);
    }

    /** Replaces a value, or what is inside of it. */
    private void setAt(TomlStatement.Assignment given, List<String> inside, @Nullable JsonNode value) {
        if (inside.isEmpty() && value != null) {
            replaceValue(given, value);
            return;
        }
        var whole = Toml.value(text.substring(given.valueStart(), given.valueEnd()));
        if (!(whole instanceof ObjectNode table)) {
            throw ConfigEditException.noTable();
        }
        ConfigTree.set(table, inside, value);
        replaceValue(given, table);
    }

    private void replaceValue(TomlStatement.Assignment given, JsonNode value) {
        splice(given.valueStart(), given.valueEnd(), TomlText.value(value));
    }

    private void insert(List<TomlStatement> statements, List<String> path, JsonNode value) {
        var table = path.subList(0, path.size() - 1);
        int after = table.isEmpty() ? 0 : -1;
        List<String> key = path.subList(path.size() - 1, path.size());
        for (var statement : statements) {
            switch (statement) {
                case TomlStatement.Header header -> after = header.path().equals(table) ? header.end() : after;
                case TomlStatement.Assignment given -> {
                    if (given.table().equals(table)) {
                        after = given.end();
                    } else if (after < 0
                            && given.isWithin(table)
                            && given.table().size() < table.size()) {
                        after = given.end();
                        key = path.subList(given.table().size(), path.size());
                    }
                }
            }
        }
        var line = TomlText.keys(key) + " = " + TomlText.value(value) + "\n";
        if (after >= 0) {
            splice(after, after, startOfLine(after) + line);
        } else {
            append("[" + TomlText.keys(table) + "]\n" + line);
        }
    }

    /** Opens a table that says nothing yet. */
    void open(List<String> path) {
        append("[" + TomlText.keys(path) + "]\n");
    }

    /** Leaves no empty lines at the end. */
    void trimEnd() {
        var end = text.stripTrailing().length();
        text = end == 0 ? "" : text.substring(0, end) + "\n";
    }

    /** Adds a table to a row of tables. */
    void appendTable(List<String> path, ObjectNode table) {
        var lines = new StringBuilder("[[" + TomlText.keys(path) + "]]\n");
        table.properties()
                .forEach(each -> lines.append(TomlText.key(each.getKey()))
                        .append(" = ")
                        .append(TomlText.value(each.getValue()))
                        .append('\n'));
        append(lines.toString());
    }

    private void append(String lines) {
        int end = text.length();
        splice(end, end, startOfLine(end) + (text.isBlank() ? "" : "\n") + lines);
    }

    private String startOfLine(int place) {
        return place == 0 || text.charAt(place - 1) == '\n' ? "" : "\n";
    }

    /** Removes a value or a table with all that is in it. Comments stay. */
    void remove(List<String> path) {
        var statements = TomlScanner.scan(text);
        for (var statement : statements.reversed()) {
            if (statement.isWithin(path)) {
                splice(statement.start(), statement.end(), "");
            } else if (statement instanceof TomlStatement.Assignment given
                    && TomlStatement.startsWith(path, given.path())
                    && !isInManyTables(statements, given)) {
                setAt(given, path.subList(given.path().size(), path.size()), null);
            }
        }
    }

    private static boolean isInManyTables(List<TomlStatement> statements, TomlStatement.Assignment given) {
        return statements.stream()
                .anyMatch(each -> each instanceof TomlStatement.Header header
                        && header.isOfMany()
                        && header.path().equals(given.table()));
    }

    private void splice(int start, int end, String replacement) {
        text = text.substring(0, start) + replacement + text.substring(end);
    }
}
