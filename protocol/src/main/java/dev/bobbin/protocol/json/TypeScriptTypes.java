package dev.bobbin.protocol.json;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Set;
import java.util.TreeSet;

/** TypeScript types, written from JSON Schemas as {@link JsonSchemas} makes them. */
public final class TypeScriptTypes {
    private TypeScriptTypes() {}

    /** The module of one type: imports of what it refers to, each from a file of its own beside it, and the type. */
    public static String module(String name, JsonNode schema) {
        var used = new TreeSet<String>();
        var type = type(schema, used);
        var text = new StringBuilder("// Written by bobbin app-server generate-ts. Do not edit.\n");
        used.remove(name);
        for (var each : used) {
            text.append("import type { ")
                    .append(each)
                    .append(" } from \"./")
                    .append(each)
                    .append("\";\n");
        }
        return text.append("\nexport type ")
                .append(name)
                .append(" = ")
                .append(type)
                .append(";\n")
                .toString();
    }

    private static String type(JsonNode schema, Set<String> used) {
        if (schema.has("$ref")) {
            var ref = schema.path("$ref").asText();
            var name = ref.substring(ref.lastIndexOf('/') + 1);
            used.add(name);
            return name;
        }
        for (var choice : new String[] {"oneOf", "anyOf", "allOf"}) {
            if (schema.has(choice)) {
                var parts = new ArrayList<String>();
                schema.path(choice).forEach(each -> parts.add(type(each, used)));
                return String.join(" | ", parts);
            }
        }
        if (schema.has("enum")) {
            var words = new ArrayList<String>();
            schema.path("enum").forEach(each -> words.add(each.toString()));
            return String.join(" | ", words);
        }
        var type = schema.path("type");
        if (type.isArray()) {
            return plain(schema, type.path(0).asText(), used) + " | null";
        }
        return plain(schema, type.asText(), used);
    }

    private static String plain(JsonNode schema, String type, Set<String> used) {
        return switch (type) {
            case "string", "boolean", "null" -> type;
            case "integer", "number" -> "number";
            case "array" -> "Array<" + type(schema.path("items"), used) + ">";
            case "object" -> object(schema, used);
            default -> "unknown";
        };
    }

    private static String object(JsonNode schema, Set<String> used) {
        if (!schema.has("properties")) {
            var values = schema.path("additionalProperties");
            return values.isObject() || values.isBoolean() && values.booleanValue()
                    ? "{ [key: string]: " + type(values, used) + " }"
                    : "Record<string, never>";
        }
        var required = new TreeSet<String>();
        schema.path("required").forEach(each -> required.add(each.asText()));
        var members = new ArrayList<String>();
        schema.path("properties").properties().forEach(each -> {
            var name = each.getKey();
            var key = name.chars().allMatch(Character::isJavaIdentifierPart) ? name : "\"" + name + "\"";
            members.add(key + (required.contains(name) ? ": " : "?: ") + type(each.getValue(), used));
        });
        return "{ " + String.join(", ", members) + " }";
    }
}
