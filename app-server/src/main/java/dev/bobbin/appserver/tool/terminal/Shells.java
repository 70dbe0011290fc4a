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

    /** The variables of a command that a model runs. */
    Map<String, String> agentEnvironment() {
        var variables = new HashMap<>(environment);
        variables.putAll(FOR_AGENTS);
        return variables;
    }

    /**
     * The command line that runs a script.
     *
     * @param shell the program, or null for the user's own
     * @param isLogin whether the shell reads the user's profile first
     */
    List<String> line(@Nullable String shell, boolean isLogin, String script) {
        return List.of(shell == null ? usual() : shell, isLogin ? "-lc" : "-c", script);
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
