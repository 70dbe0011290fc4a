package dev.bobbin.tests.compat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What a bundle of JSON Schemas says, a line per type, in a form in which two bundles that mean the same are equal:
 * {@code {name!: string, limit: uint32?}}, where {@code !} marks required members and {@code ?} what may be null.
 * Titles, descriptions and defaults are left out.
 */
final class SchemaFacts {
    private SchemaFacts() {}

    static Map<String, String> of(JsonNode bundle) {
        var facts = new TreeMap<String, String>();
        for (var definition : bundle.path("definitions").properties()) {
            if (definition.getKey().equals("v2")) {
                definition.getValue().properties().forEach(each -> facts.put(each.getKey(), render(each.getValue())));
            } else {
                facts.putIfAbsent(definition.getKey(), render(definition.getValue()));
            }
        }
        return facts;
    }

    /** What each request, question or notification of a union like {@code ClientRequest} carries, by method. */
    static Map<String, String> rows(JsonNode bundle, String union) {
        var rows = new TreeMap<String, String>();
        for (var row : bundle.path("definitions").path(union).path("oneOf")) {
            var members = row.path("properties");
            rows.put(members.at("/method/enum/0").asText(), render(members.path("params")));
        }
        return rows;
    }

    private static String render(JsonNode schema) {
        if (schema.has("$ref")) {
            var ref = schema.path("$ref").asText();
            return ref.substring(ref.lastIndexOf('/') + 1);
        }
        if (schema.path("allOf").size() == 1) {
            return render(schema.at("/allOf/0"));
        }
        for (var key : List.of("anyOf", "oneOf")) {
            if (schema.has(key)) {
                return choice(
                        schema.path(key).valueStream().map(SchemaFacts::render).toList());
            }
        }
        if (schema.has("enum")) {
            return choice(schema.path("enum")
                    .valueStream()
                    .map(each -> "'" + each.asText() + "'")
                    .toList());
        }
        if (schema.path("type").isArray()) {
            return choice(schema.path("type")
                    .valueStream()
                    .map(each -> plain(schema, each.asText()))
                    .toList());
        }
        return plain(schema, schema.path("type").asText());
    }

    private static String plain(JsonNode schema, String type) {
        return switch (type) {
            case "object" -> object(schema);
            case "array" -> "[" + render(schema.path("items")) + "]";
            case "integer" -> schema.path("format").asText("integer");
            case "" -> schema.has("properties") ? object(schema) : "any";
            default -> type;
        };
    }

    private static String object(JsonNode schema) {
        if (!schema.has("properties")) {
            var values = schema.path("additionalProperties");
            return values.isObject() || values.asBoolean() ? "{*: " + render(values) + "}" : "{}";
        }
        var required = new TreeSet<String>();
        schema.path("required").forEach(each -> required.add(each.asText()));
        var members = new TreeMap<String, String>();
        schema.path("properties")
                .properties()
                .forEach(each -> members.put(
                        each.getKey() + (required.contains(each.getKey()) ? "!" : ""), render(each.getValue())));
        var parts = new ArrayList<String>();
        members.forEach((name, type) -> parts.add(name + ": " + type));
        return "{" + String.join(", ", parts) + "}";
    }

    private static String choice(List<String> parts) {
        var flat = new TreeSet<String>();
        var isNullable = false;
        for (var part : parts) {
            isNullable |= part.equals("null") || part.endsWith("?");
            for (var each : part.startsWith("'") ? part.split(" \\| ", -1) : new String[] {part}) {
                flat.add(each.endsWith("?") ? each.substring(0, each.length() - 1) : each);
            }
        }
        flat.remove("null");
        var text = String.join(" | ", flat);
        return isNullable ? (flat.size() == 1 ? text : "(" + text + ")") + "?" : text;
    }
}
