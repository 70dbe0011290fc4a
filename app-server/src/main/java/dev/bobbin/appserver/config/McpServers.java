package dev.bobbin.appserver.config;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads {@code [mcp_servers]}. */
final class McpServers {
    private static final String KEY = "mcp_servers";
    private static final Duration STARTUP_TIMEOUT = Duration.ofSeconds(30);
    private static final Duration TOOL_TIMEOUT = Duration.ofSeconds(120);
    private static final List<String> OF_STDIO = List.of("args", "env", "env_vars", "cwd");
    private static final List<String> OF_HTTP =
            List.of("url", "bearer_token_env_var", "bearer_token", "http_headers", "env_http_headers");

    private McpServers() {}

    /** All that are configured, by name in alphabetical order. */
    static List<McpServerConfig> read(Settings root) {
        var tables = root.table(KEY, "a map");
        var names = new ArrayList<String>();
        tables.tree().fieldNames().forEachRemaining(names::add);
        names.sort(null);
        return names.stream()
                .map(name -> server(name, tables.table(name, "struct RawMcpServerConfig"), tables))
                .toList();
    }

    private static McpServerConfig server(String name, Settings table, Settings all) {
        var mode = table.word("default_tools_approval_mode", McpApprovalMode.class);
        return new McpServerConfig(
                name,
                transport(name, table, all),
                table.flag("enabled", true),
                table.flag("required", false),
                startupTimeout(name, table, all),
                timeout(name, table, all, "tool_timeout_sec", TOOL_TIMEOUT),
                table.node("enabled_tools") == null ? null : table.texts("enabled_tools"),
                table.texts("disabled_tools"),
                mode,
                toolModes(table),
                table.flag("supports_parallel_tool_calls", false));
    }

    private static McpServerConfig.Transport transport(String name, Settings table, Settings all) {
        var command = table.text("command");
        if (command != null) {
            refuse(name, table, all, OF_HTTP, "stdio");
            return new McpServerConfig.Stdio(
                    command, table.texts("args"), table.textMap("env"), variables(table), table.filled("cwd"));
        }
        var url = table.text("url");
        if (url != null) {
            refuse(name, table, all, OF_STDIO, "streamable_http");
            if (table.node("bearer_token") != null) {
                throw all.wrong(name, "bearer_token is not supported for streamable_http");
            }
            return new McpServerConfig.Http(
                    url,
                    table.filled("bearer_token_env_var"),
                    table.textMap("http_headers"),
                    table.textMap("env_http_headers"));
        }
        throw all.wrong(name, "invalid transport");
    }

    private static void refuse(String name, Settings table, Settings all, List<String> keys, String transport) {
        for (var key : keys) {
            if (table.node(key) != null) {
                throw all.wrong(name, key + " is not supported for " + transport);
            }
        }
    }

    /** Names, or tables with a name. */
    private static List<String> variables(Settings table) {
        var node = table.node("env_vars");
        if (node == null) {
            return List.of();
        }
        var names = new ArrayList<String>(node.size());
        for (var each : node) {
            var name = each.isTextual() ? each : each.path("name");
            if (!node.isArray() || !name.isTextual()) {
                throw table.wrong("env_vars", "invalid value, expected names of variables");
            }
            names.add(name.textValue());
        }
        return List.copyOf(names);
    }

    private static Duration startupTimeout(String name, Settings table, Settings all) {
        var millis = table.number("startup_timeout_ms", "u64");
        var usual = millis == null ? STARTUP_TIMEOUT : Duration.ofMillis(millis);
        return timeout(name, table, all, "startup_timeout_sec", usual);
    }

    private static Duration timeout(String name, Settings table, Settings all, String key, Duration absent) {
        JsonNode value = table.node(key);
        if (value == null) {
            return absent;
        }
        if (!value.isNumber()) {
            throw table.wrong(key, "invalid type, expected f64");
        }
        if (value.doubleValue() < 0) {
            throw all.wrong(name, "cannot convert float seconds to Duration: value is negative");
        }
        return Duration.ofNanos((long) (Math.min(value.doubleValue(), 1e9) * 1e9));
    }

    private static Map<String, McpApprovalMode> toolModes(Settings table) {
        if (table.node("tools") == null) {
            return Map.of();
        }
        var tools = table.table("tools", "a map");
        var modes = new LinkedHashMap<String, McpApprovalMode>();
        for (var name : (Iterable<String>) () -> tools.tree().fieldNames()) {
            @Nullable
            McpApprovalMode mode =
                    tools.table(name, "struct McpServerToolConfig").word("approval_mode", McpApprovalMode.class);
            if (mode != null) {
                modes.put(name, mode);
            }
        }
        return Map.copyOf(modes);
    }
}
