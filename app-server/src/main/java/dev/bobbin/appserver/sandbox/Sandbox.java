package dev.bobbin.appserver.sandbox;

import dev.bobbin.protocol.v2.approval.SandboxPolicy;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Puts commands behind the fence their policy asks for.
 *
 * <p>Behind the fence the whole file system is read-only but for the writable roots, the network is off unless it is
 * granted, and processes live in a namespace of their own: when the command ends, or the server does, everything it
 * started ends with it. In a writable root {@code .git}, {@code .codex} and {@code .agents} stay read-only, since what
 * lies there would run or steer the agent outside the fence. Safe for use from many threads.
 */
public final class Sandbox {
    private static final List<String> PROTECTED = List.of(".git", ".codex", ".agents");
    private static final String MISSING =
            "this command has to run in a sandbox, and bubblewrap (bwrap) was not found on PATH: install the package "
                    + "\"bubblewrap\", or choose the danger-full-access sandbox mode";

    private final Map<String, String> environment;

    /**
     * A fence for this machine.
     *
     * @param environment where PATH and TMPDIR are read from
     */
    public Sandbox(Map<String, String> environment) {
        this.environment = Map.copyOf(environment);
    }

    /** Whether a policy needs a fence at all. */
    public static boolean isFenced(SandboxPolicy policy) {
        return switch (policy) {
            case SandboxPolicy.DangerFullAccess _, SandboxPolicy.ExternalSandbox _ -> false;
            case SandboxPolicy.ReadOnly _, SandboxPolicy.WorkspaceWrite _ -> true;
        };
    }

    /**
     * The command line that runs {@code command} behind its fence.
     *
     * @param workspace the folders of the workspace; for {@code workspaceWrite} writable
     * @param cwd the working directory, which need not be in the workspace
     * @throws SandboxUnavailableException if there is no bubblewrap; the command is not to be run then
     */
    public List<String> wrap(List<String> command, SandboxPolicy policy, List<Path> workspace, Path cwd)
            throws SandboxUnavailableException {
        return switch (policy) {
            case SandboxPolicy.DangerFullAccess _, SandboxPolicy.ExternalSandbox _ -> command;
            case SandboxPolicy.ReadOnly readOnly -> fenced(command, cwd, Set.of(), readOnly.networkAccess());
            case SandboxPolicy.WorkspaceWrite write ->
                fenced(command, cwd, writableRoots(write, workspace), write.networkAccess());
        };
    }

    /** The folders that a policy lets commands write to, as they really are on disk. */
    public Set<Path> writableRoots(SandboxPolicy.WorkspaceWrite policy, List<Path> workspace) {
        var roots = new LinkedHashSet<Path>();
        workspace.forEach(root -> addReal(roots, root));
        policy.writableRoots().forEach(root -> addReal(roots, Path.of(root)));
        if (!policy.excludeSlashTmp()) {
            addReal(roots, Path.of("/tmp"));
        }
        var tmpdir = environment.get("TMPDIR");
        if (!policy.excludeTmpdirEnvVar() && tmpdir != null && !tmpdir.isBlank()) {
            addReal(roots, Path.of(tmpdir));
        }
        return roots;
    }

    private static void addReal(Set<Path> roots, Path root) {
        try {
            roots.add(root.toRealPath());
        } catch (IOException e) {
            // A root that does not exist can't be written to, and so needs no hole in the fence.
        }
    }

    private List<String> fenced(List<String> command, Path cwd, Set<Path> roots, boolean network)
            throws SandboxUnavailableException {
        var line = new ArrayList<String>();
        line.add(bubblewrap().toString());
        add(line, "--new-session", "--die-with-parent", "--unshare-user", "--unshare-pid", "--unshare-ipc");
        if (!network) {
            line.add("--unshare-net");
        }
        add(line, "--ro-bind", "/", "/", "--dev", "/dev", "--proc", "/proc");
        roots.forEach(root -> add(line, "--bind", root.toString(), root.toString()));
        for (var root : roots) {
            for (var name : PROTECTED) {
                protect(line, root.resolve(name));
            }
        }
        add(line, "--chdir", cwd.toString(), "--");
        line.addAll(command);
        return line;
    }

    /** Makes a path below a writable root read-only. */
    private static void protect(List<String> line, Path path) {
        if (Files.exists(path)) {
            add(line, "--ro-bind", path.toString(), path.toString());
            var gitFolder = gitFolderOfWorktree(path);
            if (gitFolder != null) {
                add(line, "--ro-bind", gitFolder.toString(), gitFolder.toString());
            }
        }
    }

    /** A worktree's {@code .git} is a file that names the real folder. */
    private static @Nullable Path gitFolderOfWorktree(Path path) {
        if (!Files.isRegularFile(path, LinkOption.NOFOLLOW_LINKS)) {
            return null;
        }
        try {
            var text = Files.readString(path, StandardCharsets.UTF_8).strip();
            if (!text.startsWith("gitdir:")) {
                return null;
            }
            var folder = path.resolveSibling(text.substring("gitdir:".length()).strip())
                    .normalize();
            return Files.isDirectory(folder) ? folder.toRealPath() : null;
        } catch (IOException e) {
            return null;
        }
    }

    private static void add(List<String> line, String... words) {
        line.addAll(List.of(words));
    }

    private Path bubblewrap() throws SandboxUnavailableException {
        for (var folder : environment.getOrDefault("PATH", "").split(":", -1)) {
            if (!folder.isEmpty()) {
                var candidate = Path.of(folder, "bwrap");
                if (Files.isExecutable(candidate)) {
                    return candidate;
                }
            }
        }
        throw new SandboxUnavailableException(MISSING);
    }

    /**
     * Whether a policy lets the server itself write a file on the model's behalf, as {@code apply_patch} does. Links are
     * followed, so that a link out of the roots is outside.
     */
    public boolean allowsWrite(SandboxPolicy policy, List<Path> workspace, Path file) {
        return switch (policy) {
            case SandboxPolicy.DangerFullAccess _, SandboxPolicy.ExternalSandbox _ -> true;
            case SandboxPolicy.ReadOnly _ -> false;
            case SandboxPolicy.WorkspaceWrite write -> isInside(writableRoots(write, workspace), real(file));
        };
    }

    private static boolean isInside(Set<Path> roots, Path file) {
        for (var root : roots) {
            if (file.startsWith(root)) {
                var below = root.relativize(file);
                if (!PROTECTED.contains(below.getName(0).toString())) {
                    return true;
                }
            }
        }
        return false;
    }

    /** The path with every link that exists resolved, also where its last parts do not exist yet. */
    private static Path real(Path file) {
        var path = file.toAbsolutePath().normalize();
        for (var existing = path; existing != null; existing = existing.getParent()) {
            if (Files.exists(existing, LinkOption.NOFOLLOW_LINKS)) {
                try {
                    return existing.toRealPath()
                            .resolve(existing.relativize(path))
                            .normalize();
                } catch (IOException e) {
                    // A dangling link: what it points to decides, and that is not inside anything we know.
                    return Path.of("/");
                }
            }
        }
        return path;
    }
}
