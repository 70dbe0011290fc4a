package dev.bobbin.appserver.tool.terminal;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The user's shell, and the variables that commands run with. Safe for use from many threads. */
public final class Shells {
    private static final List<String> KNOWN = List.of("bash", "zsh", "sh");

    /** What keeps programs from paging, colouring and asking. */
    private static final Map<String, String> FOR_AGENTS = Map.of(
            "NO_COLOR", "1",
            "TERM", "dumb",
            "LANG", "C.UTF-8",
            "LC_CTYPE", "C.UTF-8",
            "LC_ALL", "C.UTF-8",
            "COLORTERM", "",
            "PAGER", "cat",
            "GIT_PAGER", "cat",
            "GH_PAGER", "cat",
            "CODEX_CI", "1");

    private final Map<String, String> environment;

    public Shells(Map<String, String> environment) {
        this.environment = Map.copyOf(environment);
    }

    /** What the server itself was started with. */
    public Map<String, String> environment() {
        return environment;
    }

    /**
     * The variables of a command that a model runs.
     *
     * @param hasNetwork whether the network is within reach; scripts can tell by a variable
     */
    Map<String, String> agentEnvironment(String threadId, boolean hasNetwork) {
        var variables = new HashMap<>(environment);
        variables.putAll(FOR_AGENTS);
        variables.put("CODEX_THREAD_ID", threadId);
        if (!hasNetwork) {
            variables.put("CODEX_SANDBOX_NETWORK_DISABLED", "1");
        }
        return variables;
    }

    /**
     * The command line that runs a script.
     *
     * @param shell the program, or null for the user's own
     * @param isLogin whether the shell reads the user's profile first
     */
    List<String> line(@Nullable String shell, boolean isLogin, String script) {
        return List.of(shell == null ? usual() : known(shell), isLogin ? "-lc" : "-c", script);
    }

    /** A shell by its path or name; where there is none, the shell that every system has. */
    private String known(String shell) {
        if (shell.contains("/") && Files.isExecutable(Path.of(shell))) {
            return shell;
        }
        var name = shell.substring(shell.lastIndexOf('/') + 1);
        if (usual().endsWith("/" + name)) {
            return usual();
        }
        for (var folder : environment.getOrDefault("PATH", "").split(":", -1)) {
            if (KNOWN.contains(name) && Files.isExecutable(Path.of(folder, name))) {
                return Path.of(folder, name).toString();
            }
        }
        return "/bin/sh";
    }

    private String usual() {
        var configured = environment.get("SHELL");
        if (configured != null
                && configured.startsWith("/")
                && KNOWN.contains(Path.of(configured).getFileName().toString())
                && Files.isExecutable(Path.of(configured))) {
            return configured;
        }
        return Files.isExecutable(Path.of("/bin/bash")) ? "/bin/bash" : "/bin/sh";
    }
}
