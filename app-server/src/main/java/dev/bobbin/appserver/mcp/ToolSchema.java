package dev.bobbin.appserver.mcp;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * Makes of the JSON schema of a tool's arguments one that models' providers take: of all that schemas may say, types, lists
 * of values, properties, elements and choices remain; what has no type is given one where its other words tell it.
 */
final class ToolSchema {
    private static final Set<String> TYPES =
            Set.of("string", "number", "boolean", "integer", "object", "array", "null");
    private static final List<String> OF_OBJECTS = List.of("properties", "required", "additionalProperties");
    private static final List<String> OF_ARRAYS = List.of("items", "prefixItems");
    private static final List<String> OF_NUMBERS =
            List.of("minimum", "maximum", "exclusiveMinimum", "exclusiveMaximum", "multipleOf");
    private static final List<String> OF_TEXTS = List.of("enum", "const", "format", "pattern");
    private static final List<String> DEFINITIONS = List.of("$defs", "definitions");

    private ToolSchema() {}

    /** The schema of all arguments: always one of an object. */
    static ObjectNode of(JsonNode schema) {
        var clean = clean(schema);
        if (!clean.path("type").asText("object").equals("object")) {
            return empty();
        }
        clean.put("type", "object");
        if (!clean.has("properties")) {
            clean.putObject("properties");
        }
        keepDefinitions(schema, clean);
        return clean;
    }

    private static ObjectNode empty() {
        var schema = JsonNodeFactory.instance.objectNode().put("type", "object");
        schema.putObject("properties");
        return schema;
    }

    private static ObjectNode clean(JsonNode schema) {
        var clean = JsonNodeFactory.instance.objectNode();
        if (!schema.isObject()) {
            return clean.put("type", "string");
        }
        if (schema.path("$ref").isTextual()) {
            return clean.set("$ref", schema.get("$ref"));
        }
        type(schema, clean);
        if (schema.path("description").isTextual()) {
            clean.set("description", schema.get("description"));
        }
        values(schema, clean);
        choices(schema, clean);
        if (has(clean.path("type"), "object") || schema.path("properties").isObject()) {
            ofObject(schema, clean);
        }
        if (has(clean.path("type"), "array")) {
            var items = schema.path("items");
            clean.set("items", clean(items));
        }
        return clean;
    }

    private static void type(JsonNode schema, ObjectNode clean) {
        var type = schema.path("type");
        if (type.isTextual() && TYPES.contains(type.textValue())) {
            clean.set("type", type);
        } else if (type.isArray()) {
            var known = JsonNodeFactory.instance.arrayNode();
            type.forEach(each -> {
                if (each.isTextual() && TYPES.contains(each.textValue())) {
                    known.add(each);
                }
            });
            clean.set("type", known);
        } else if (type.isMissingNode()) {
            infer(schema, clean);
        }
    }

    private static void infer(JsonNode schema, ObjectNode clean) {
        if (hasAny(schema, OF_OBJECTS)) {
            clean.put("type", "object");
        } else if (hasAny(schema, OF_ARRAYS)) {
            clean.put("type", "array");
        } else if (hasAny(schema, OF_TEXTS)) {
            clean.put("type", "string");
        } else if (hasAny(schema, OF_NUMBERS)) {
            clean.put("type", "number");
        }
    }

    private static void values(JsonNode schema, ObjectNode clean) {
        if (schema.path("enum").isArray()) {
            clean.set("enum", schema.get("enum"));
        } else if (schema.has("const")) {
            clean.putArray("enum").add(schema.get("const"));
        }
    }

    /** Providers know but one kind of choice. */
    private static void choices(JsonNode schema, ObjectNode clean) {
        for (var word : List.of("anyOf", "oneOf")) {
            if (schema.path(word) instanceof ArrayNode choices && !clean.has("anyOf") && !isOfObject(schema, word)) {
                var cleaned = clean.putArray("anyOf");
                choices.forEach(choice -> cleaned.add(clean(choice)));
            }
        }
    }

    /** Choices between sets of required properties say nothing that remains. */
    private static boolean isOfObject(JsonNode schema, String word) {
        return word.equals("oneOf") && schema.has("properties");
    }

    private static void ofObject(JsonNode schema, ObjectNode clean) {
        var properties = clean.putObject("properties");
        schema.path("properties").properties().forEach(each -> properties.set(each.getKey(), clean(each.getValue())));
        if (schema.path("required").isArray()) {
            clean.set("required", schema.get("required"));
        }
        var additional = schema.path("additionalProperties");
        if (additional.isBoolean()) {
            clean.set("additionalProperties", additional);
        } else if (additional.isObject()) {
            clean.set("additionalProperties", clean(additional));
        }
    }

    /** What is referred to, directly or from another definition. */
    private static void keepDefinitions(JsonNode schema, ObjectNode clean) {
        for (var word : DEFINITIONS) {
            var all = schema.path(word);
            var wanted = new TreeSet<String>();
            collect(clean, "#/" + word + "/", all, wanted);
            if (!wanted.isEmpty()) {
                var kept = clean.putObject(word);
                wanted.forEach(name -> kept.set(name, clean(all.get(name))));
            }
        }
    }

    private static void collect(JsonNode part, String prefix, JsonNode all, Set<String> wanted) {
        var reference = part.path("$ref").asText("");
        if (reference.startsWith(prefix)) {
            var name = reference.substring(prefix.length());
            if (all.has(name) && wanted.add(name)) {
                collect(all.get(name), prefix, all, wanted);
            }
        }
        part.forEach(child -> collect(child, prefix, all, wanted));
    }

    private static boolean has(JsonNode type, String word) {
        if (type.isTextual()) {
            return type.textValue().equals(word);
        }
        for (var each : type) {
            if (each.asText("").equals(word)) {
                return true;
            }
        }
        return false;
    }

    private static boolean hasAny(JsonNode schema, List<String> words) {
        return words.stream().anyMatch(schema::has);
    }
}
