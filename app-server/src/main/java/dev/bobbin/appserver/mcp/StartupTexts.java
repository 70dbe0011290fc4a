package dev.bobbin.appserver.mcp;

import dev.bobbin.appserver.config.McpServerConfig;
import dev.bobbin.appserver.mcp.sdk.LinkFailure;
import java.time.Duration;

/** Why a server could not be started, in words that clients and people know. */
final class StartupTexts {
    private StartupTexts() {}

    /** As clients are told. */
    static String shown(McpServerConfig server, LinkFailure why) {
        var name = server.name();
        return switch (why.kind()) {
            case TIMED_OUT ->
                "MCP client for `" + name + "` timed out after " + seconds(server.startupTimeout())
                        + " seconds. Add or adjust `startup_timeout_sec` in your config.toml:\n[mcp_servers." + name
                        + "]\nstartup_timeout_sec = XX";
            case UNAUTHORIZED ->
                "The " + name
                        + " MCP server is not logged in. Set `bearer_token_env_var` in its section of config.toml.";
            case ANSWERED, CLOSED, BROKEN ->
                "MCP client for `" + name + "` failed to start: MCP startup failed: " + cause(server, why);
        };
    }

    /** In short. */
    static String cause(McpServerConfig server, LinkFailure why) {
        return switch (why.kind()) {
            case CLOSED -> "handshaking with MCP server failed: connection closed: initialize response";
            case ANSWERED -> "handshaking with MCP server failed: " + why.text();
            case TIMED_OUT -> "request timed out after " + seconds(server.startupTimeout()) + " seconds";
            case UNAUTHORIZED, BROKEN -> why.text();
        };
    }

    private static String seconds(Duration limit) {
        return limit.toMillis() % 1_000 == 0
                ? String.valueOf(limit.toSeconds())
                : String.valueOf(limit.toMillis() / 1e3);
    }
}
