package dev.bobbin.appserver.mcp;

import dev.bobbin.appserver.config.McpServerConfig;
import dev.bobbin.appserver.exec.Launch;
import dev.bobbin.appserver.mcp.sdk.LinkFailure;
import dev.bobbin.appserver.mcp.sdk.LinkListener;
import dev.bobbin.appserver.mcp.sdk.McpLink;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * Where servers are started.
 *
 * @param cwd the thread's folder
 * @param environment the variables that this server was started with
 */
record Surroundings(Path cwd, Map<String, String> environment) {
    private static final Pattern NAME = Pattern.compile("[a-zA-Z0-9_-]+");
    private static final String MISSING = "No such file or directory (os error 2)";

    /** The variables that children are given without being asked for; others may be secrets. */
    private static final List<String> PASSED_ON = List.of(
            "HOME",
            "LOGNAME",
            "PATH",
            "SHELL",
            "USER",
            "__CF_USER_TEXT_ENCODING",
            "LANG",
            "LC_ALL",
            "TERM",
            "TMPDIR",
            "TZ");

    /** Connects to a server, and starts it if it is a child. */
    McpLink connect(McpServerConfig server, LinkListener listener) throws LinkFailure {
        if (!NAME.matcher(server.name()).matches()) {
            throw broken("Invalid MCP server name '" + server.name() + "': must match pattern ^[a-zA-Z0-9_-]+$");
        }
        return switch (server.transport()) {
            case McpServerConfig.Stdio child -> McpLink.toChild(launch(child), listener);
            case McpServerConfig.Http web -> McpLink.toWeb(web.url(), headers(server.name(), web), listener);
        };
    }

    private Launch launch(McpServerConfig.Stdio child) throws LinkFailure {
        var variables = new HashMap<String, String>();
        PASSED_ON.forEach(name -> passOn(name, variables));
        child.envVars().forEach(name -> passOn(name, variables));
        variables.putAll(child.env());
        var folder = child.cwd() == null ? cwd : cwd.resolve(child.cwd());
        if (!Files.isDirectory(folder)) {
            throw broken(MISSING);
        }
        var command = new ArrayList<String>();
        command.add(program(child.command(), variables, folder));
        command.addAll(child.args());
        return new Launch(command, folder, variables, null, true);
    }

    private void passOn(String name, Map<String, String> variables) {
        var value = environment.get(name);
        if (value != null) {
            variables.put(name, value);
        }
    }

    /** The program's path: whether there is one shows here, where it can still be said. */
    private static String program(String command, Map<String, String> variables, Path folder) throws LinkFailure {
        if (command.contains("/")) {
            var path = folder.resolve(command);
            if (!Files.isExecutable(path)) {
                throw broken(Files.exists(path) ? "Permission denied (os error 13)" : MISSING);
            }
            return path.toString();
        }
        for (var place : variables.getOrDefault("PATH", "/usr/bin:/bin").split(File.pathSeparator)) {
            var path = folder.resolve(place).resolve(command);
            if (Files.isExecutable(path) && !Files.isDirectory(path)) {
                return command;
            }
        }
        throw broken(MISSING);
    }

    private Map<String, String> headers(String name, McpServerConfig.Http web) throws LinkFailure {
        var headers = new HashMap<>(web.httpHeaders());
        web.envHttpHeaders().forEach((header, variable) -> {
            var value = environment.get(variable);
            if (value != null && !value.isBlank()) {
                headers.put(header, value);
            }
        });
        var variable = web.bearerTokenEnvVar();
        if (variable != null) {
            var token = environment.get(variable);
            if (token == null || token.isEmpty()) {
                throw broken("Environment variable " + variable + " for MCP server '" + name + "' is not set");
            }
            headers.put("Authorization", "Bearer " + token);
        }
        return headers;
    }

    private static LinkFailure broken(String message) {
        return new LinkFailure(LinkFailure.Kind.BROKEN, message);
    }
}
