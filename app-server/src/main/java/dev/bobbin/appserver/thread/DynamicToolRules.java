package dev.bobbin.appserver.thread;

import com.fasterxml.jackson.databind.JsonNode;
import dev.bobbin.appserver.dispatch.RequestException;
import dev.bobbin.protocol.json.WireJson;
import dev.bobbin.protocol.v2.thread.DynamicToolSpec;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** What the tools that a client brings may be called; found out when a thread starts rather than by the model's provider. */
final class DynamicToolRules {
    private static final int LONGEST_NAME = 128;
    private static final int LONGEST_NAMESPACE = 64;

    /** Namespaces that providers of the Responses API keep for themselves. */
    private static final Set<String> TAKEN = Set.of(
            "api_tool",
            "browser",
            "computer",
            "container",
            "file_search",
            "functions",
            "image_gen",
            "multi_tool_use",
            "python",
            "python_user_visible",
            "submodel_delegator",
            "terminal",
            "tool_search",
            "web");

    private DynamicToolRules() {}

    /** Refuses the first tool that breaks a rule. */
    static void check(List<DynamicToolSpec> tools) {
        var seen = new HashSet<String>();
        for (var tool : tools) {
            checkName(tool.name());
            if (tool.namespace() != null) {
                checkNamespace(tool.namespace(), tool.name());
            } else if (tool.deferLoading()) {
                throw refused("deferred dynamic tool must include a namespace: " + tool.name());
            }
            var prefix = tool.namespace() == null ? "" : tool.namespace();
            if (!seen.add(prefix + " " + tool.name())) {
                throw refused(
                        tool.namespace() == null
                                ? "duplicate dynamic tool name: " + tool.name()
                                : "duplicate dynamic tool name in namespace " + tool.namespace() + ": " + tool.name());
            }
            checkSchema(tool.inputSchema(), tool.name());
        }
    }

    private static void checkName(String name) {
        if (name.isBlank()) {
            throw refused("dynamic tool name must not be empty");
        }
        if (!name.strip().equals(name)) {
            throw refused("dynamic tool name has leading/trailing whitespace: " + name);
        }
        checkForm("dynamic tool name", name, LONGEST_NAME);
        if (isReserved(name)) {
            throw refused("dynamic tool name is reserved: " + name);
        }
    }

    private static void checkNamespace(String namespace, String tool) {
        if (namespace.isBlank()) {
            throw refused("dynamic tool namespace must not be empty for " + tool);
        }
        if (!namespace.strip().equals(namespace)) {
            throw refused(
                    "dynamic tool namespace has leading/trailing whitespace for " + tool + ": " + namespace.strip());
        }
        checkForm("dynamic tool namespace", namespace, LONGEST_NAMESPACE);
        if (isReserved(namespace)) {
            throw refused("dynamic tool namespace is reserved for " + tool + ": " + namespace);
        }
        if (TAKEN.contains(namespace)) {
            throw refused("dynamic tool namespace collides with a reserved Responses API namespace for " + tool + ": "
                    + namespace);
        }
    }

    private static void checkForm(String what, String name, int longest) {
        if (!name.chars().allMatch(DynamicToolRules::isNamePart)) {
            throw refused(what + " must match ^[a-zA-Z0-9_-]+$ to match Responses API: " + name);
        }
        if (name.length() > longest) {
            throw refused(what + " must be at most " + longest + " characters to match Responses API: " + name);
        }
    }

    private static boolean isNamePart(int c) {
        return c == '_' || c == '-' || (c < 128 && Character.isLetterOrDigit(c));
    }

    /** Names that tools of MCP servers have. */
    private static boolean isReserved(String name) {
        return name.equals("mcp") || name.startsWith("mcp__");
    }

    private static void checkSchema(JsonNode schema, String tool) {
        if (!schema.isObject() && !schema.isBoolean()) {
            throw unsupported(tool, schema, "struct JsonSchema");
        }
        var properties = schema.path("properties");
        if (!properties.isMissingNode() && !properties.isObject()) {
            throw unsupported(tool, properties, "a map");
        }
    }

    private static RequestException unsupported(String tool, JsonNode found, String expected) {
        return refused("dynamic tool input schema is not supported for " + tool + ": "
                + WireJson.unexpectedType(found, expected));
    }

    private static RequestException refused(String message) {
        return ThreadErrors.invalid(message, "invalid_dynamic_tool");
    }
}
