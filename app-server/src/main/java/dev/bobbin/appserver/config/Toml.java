package dev.bobbin.appserver.config;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.toml.TomlMapper;
import org.jspecify.annotations.Nullable;

/** TOML text as a tree. */
public final class Toml {
    private Toml() {}

    /** Text that is not TOML. Line and column count from 1. */
    public static final class SyntaxException extends Exception {
        private final int line;
        private final int column;

        SyntaxException(String message, int line, int column) {
            super(message);
            this.line = line;
            this.column = column;
        }

        int line() {
            return line;
        }

        int column() {
            return column;
        }
    }

    /** @throws SyntaxException if it is not TOML */
    public static ObjectNode parse(String text) throws SyntaxException {
        var plain = PlainToml.parse(text);
        if (plain != null) {
            return plain;
        }
        try {
            return new TomlMapper().readTree(text) instanceof ObjectNode object
                    ? object
                    : JsonNodeFactory.instance.objectNode();
        } catch (JsonProcessingException e) {
            var location = e.getLocation();
            var line = location == null ? 1 : Math.max(1, location.getLineNr());
            var column = location == null ? 1 : Math.max(1, location.getColumnNr());
            throw new SyntaxException(e.getOriginalMessage(), line, column);
        }
    }

    /** A single value, as on the right of {@code =}; null if it is not one. */
    public static @Nullable JsonNode value(String text) {
        try {
            return parse("value = " + text).get("value");
        } catch (SyntaxException e) {
            return null;
        }
    }
}
