package dev.bobbin.appserver.sandbox;

import dev.bobbin.appserver.config.FileRules;
import dev.bobbin.protocol.v2.approval.FileSystemAccessMode;
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
    static final List<String> PROTECTED = List.of(".git", ".codex", ".agents");
    private static final String MISSING =
            "this command has to run in a sandbox, and bubblewrap (bwrap) was not found on PATH: install the package "
                    + "\"bubblewrap\", or choose the danger-full-access sandbox mode";

    /** Of all sandboxes of the process, as the file system is. */
    private static final Placeholders PLACEHOLDERS = new Placeholders();

    private final Map<String, String> environment;

    // Guarded by this. Found out when it is first needed.
    private @Nullable ProcessLimit limit;

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
        return !(policy instanceof SandboxPolicy.DangerFullAccess || policy instanceof SandboxPolicy.ExternalSandbox);
    }

    /**
     * The command line that runs {@code command} behind its fence.
     *
     * @param workspace the folders of the workspace; for {@code workspaceWrite} writable
     * @param cwd the working directory, which need not be in the workspace
     * @param grant what the user lets it do beyond the policy
     * @throws SandboxUnavailableException if it can't be fenced; the command is not to be run then
     */
    public Fenced wrap(List<String> command, SandboxPolicy policy, List<Path> workspace, Path cwd, Grant grant)
            throws SandboxUnavailableException {
        if (!isFenced(policy)) {
            return Fenced.open(command);
        }
        if (policy instanceof SandboxPolicy.ReadOnly readOnly) {
            return fenced(command, cwd, new Bounds(Set.of(), Set.of(), readOnly.networkAccess(), grant));
        }
        var write = (SandboxPolicy.WorkspaceWrite) policy;
        var own = new LinkedHashSet<Path>();
        workspace.forEach(root -> addReal(own, root));
        write.writableRoots().forEach(root -> addReal(own, Path.of(root)));
        return fenced(command, cwd, new Bounds(own, writableRoots(write, workspace), write.networkAccess(), grant));
    }

    /**
     * What a fence leaves open.
     *
     * @param own the writable roots that are the user's; the others are for everyone's temporary files
     */
    private record Bounds(Set<Path> own, Set<Path> roots, boolean network, Grant grant) {
        /** Whether the user has granted this very path. */
        boolean isGranted(Path path) {
            return grant.writable().contains(path);
        }
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

    /** A folder for everyone's temporary files, where nothing steers the agent. */
    static boolean isForEveryone(Path folder) {
        return folder.equals(real(Path.of("/tmp"))) || folder.equals(Path.of("/var/tmp"));
    }

    /**
     * The command line that runs {@code command} behind a fence that rules of the user's own describe.
     *
     * @param workspace the folders of the workspace
     * @throws SandboxUnavailableException if it can't be fenced so; the command is not to be run then
     */
    public Fenced wrap(List<String> command, FileRules rules, List<Path> workspace, Path cwd, Grant grant)
            throws SandboxUnavailableException {
        var line = opening(rules.network() || grant.network());
        var held = new ArrayList<Path>();
        try {
            line.addAll(new RuleMounts(placed(rules, workspace), PLACEHOLDERS).options(cwd, held));
        } catch (IOException e) {
            PLACEHOLDERS.release(held);
            throw new SandboxUnavailableException("this command has to run in a sandbox, and it can't be made: " + e);
        } catch (SandboxUnavailableException e) {
            PLACEHOLDERS.release(held);
            throw e;
        }
        grant.writable().stream()
                .map(Sandbox::real)
                .filter(Files::exists)
                .forEach(path -> add(line, "--bind", path.toString(), path.toString()));
        return closed(line, command, cwd, held);
    }

    private PlacedRules placed(FileRules rules, List<Path> workspace) {
        return PlacedRules.of(rules, workspace, environment.get("TMPDIR"));
    }

    private List<String> opening(boolean network) throws SandboxUnavailableException {
        var line = new ArrayList<String>();
        line.add(bubblewrap().toString());
        add(line, "--new-session", "--die-with-parent", "--unshare-user", "--unshare-pid", "--unshare-ipc");
        if (!network) {
            line.add("--unshare-net");
        }
        return line;
    }

    private Fenced closed(List<String> line, List<String> command, Path cwd, List<Path> held) {
        add(line, "--chdir", cwd.toString(), "--");
        line.addAll(limit().inside(command));
        return new Fenced(limit().outside(line), () -> PLACEHOLDERS.release(held));
    }

    private Fenced fenced(List<String> command, Path cwd, Bounds bounds) throws SandboxUnavailableException {
        var line = opening(bounds.network() || bounds.grant().network());
        add(line, "--ro-bind", "/", "/", "--dev", "/dev", "--proc", "/proc");
        var roots = new LinkedHashSet<>(bounds.roots());
        bounds.grant().writable().forEach(path -> addReal(roots, path));
        roots.forEach(root -> add(line, "--bind", root.toString(), root.toString()));
        var held = new ArrayList<Path>();
        try {
            for (var root : roots) {
                for (var name : PROTECTED) {
                    protect(line, root.resolve(name), bounds, held);
                }
            }
        } catch (IOException e) {
            PLACEHOLDERS.release(held);
            throw new SandboxUnavailableException("this command has to run in a sandbox, and it can't be made: " + e);
        }
        bounds.grant().writable().stream()
                .filter(path -> isProtected(path) && Files.exists(path))
                .forEach(path -> add(line, "--bind", path.toString(), path.toString()));
        return closed(line, command, cwd, held);
    }

    private synchronized ProcessLimit limit() {
        if (limit == null) {
            limit = ProcessLimit.find(environment.getOrDefault("PATH", ""));
        }
        return limit;
    }

    /** Makes a path below a writable root read-only, also where nothing is yet. */
    private static void protect(List<String> line, Path path, Bounds bounds, List<Path> held) throws IOException {
        if (bounds.isGranted(path)) {
            return;
        }
        if (bounds.own().contains(path.getParent()) && PLACEHOLDERS.hold(path)) {
            held.add(path);
            add(line, "--tmpfs", path.toString(), "--remount-ro", path.toString());
        } else if (Files.exists(path)) {
            add(line, "--ro-bind", path.toString(), path.toString());
            var gitFolder = gitFolderOfWorktree(path);
            if (gitFolder != null) {
                add(line, "--ro-bind", gitFolder.toString(), gitFolder.toString());
            }
        }
    }

    /** A worktree's {@code .git} is a file that names the real folder. */
    static @Nullable Path gitFolderOfWorktree(Path path) {
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
        var found = Programs.find("bwrap", environment.getOrDefault("PATH", ""));
        if (found == null) {
            throw new SandboxUnavailableException(MISSING);
        }
        return found;
    }

    /**
     * Whether a policy lets the server itself write a file on the model's behalf, as {@code apply_patch} does. Links are
     * followed, so that a link out of the roots is outside.
     */
    public boolean allowsWrite(SandboxPolicy policy, List<Path> workspace, Grant grant, Path file) {
        var target = real(file);
        if (grant.writable().stream().anyMatch(granted -> isProtected(granted) && target.startsWith(real(granted)))) {
            return true;
        }
        var roots = new LinkedHashSet<Path>();
        grant.writable().forEach(granted -> roots.add(real(granted)));
        if (policy instanceof SandboxPolicy.WorkspaceWrite write) {
            roots.addAll(writableRoots(write, workspace));
        }
        return !isFenced(policy) || isInside(roots, target);
    }

    /** The same where rules of the user's own hold. */
    public boolean allowsWrite(FileRules rules, List<Path> workspace, Grant grant, Path file) {
        var target = real(file);
        if (grant.writable().stream().anyMatch(granted -> target.startsWith(real(granted)))) {
            return true;
        }
        var placed = placed(rules, workspace);
        if (placed.hasPatterns() || placed.accessTo(target) != FileSystemAccessMode.WRITE) {
            return false;
        }
        for (var above = target; above != null; above = above.getParent()) {
            if (placed.names(above)) {
                return true;
            }
            if (above.getFileName() != null
                    && PROTECTED.contains(above.getFileName().toString())) {
                return false;
            }
        }
        return true;
    }

    /** Whether rules of the user's own let the server read a file on the model's behalf. */
    public boolean allowsRead(FileRules rules, List<Path> workspace, Path file) {
        var placed = placed(rules, workspace);
        return !placed.hasPatterns() && placed.accessTo(real(file)) != null;
    }

    private static boolean isProtected(Path path) {
        for (var name : path) {
            if (PROTECTED.contains(name.toString())) {
                return true;
            }
        }
        return false;
    }

    /** Whether a file is below a root, and below nothing that a root protects. Roots may lie within each other. */
    private static boolean isInside(Set<Path> roots, Path file) {
        var isBelow = false;
        for (var root : roots) {
            if (file.startsWith(root)) {
                isBelow = true;
                if (PROTECTED.contains(root.relativize(file).getName(0).toString())) {
                    return false;
                }
            }
        }
        return isBelow;
    }

    /** The path with every link that exists resolved, also where its last parts do not exist yet. */
    static Path real(Path file) {
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
