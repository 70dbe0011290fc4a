package dev.bobbin.appserver.sandbox;

import dev.bobbin.protocol.v2.approval.FileSystemAccessMode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * What a fence leaves open by rules of the user's own, as mounts: what no rule opens is not there. Rules that mounts cannot keep
 * are refused, so that a command never gets more than they say.
 */
final class RuleMounts {
    /** Where a system's programs, their libraries and their settings lie. */
    private static final List<String> PROGRAMS =
            List.of("/usr", "/bin", "/sbin", "/lib", "/lib32", "/lib64", "/libx32", "/etc");

    private final PlacedRules rules;
    private final Placeholders placeholders;
    private final List<String> line = new ArrayList<>();
    private final List<Path> sealed = new ArrayList<>();

    RuleMounts(PlacedRules rules, Placeholders placeholders) {
        this.rules = rules;
        this.placeholders = placeholders;
    }

    /**
     * The mounts as options of bubblewrap.
     *
     * @param held gets the placeholders that have to be released when the command has ended
     * @throws SandboxUnavailableException if mounts cannot keep the rules
     * @throws IOException if a placeholder cannot be made
     */
    List<String> options(Path cwd, List<Path> held) throws SandboxUnavailableException, IOException {
        if (rules.hasPatterns()) {
            throw refused("it has rules for patterns of paths");
        }
        if (rules.root() == null && !rules.hasPrograms()) {
            throw refused("it lets commands read no programs, so that none can be started");
        }
        if (rules.accessTo(Sandbox.real(cwd)) == null) {
            throw refused("it does not let commands read their working directory " + cwd);
        }
        addBase();
        for (var placed : rules.places()) {
            add(placed, held);
        }
        sealed.forEach(path -> add("--remount-ro", path.toString()));
        return line;
    }

    private void addBase() {
        switch (rules.root()) {
            case null -> PROGRAMS.forEach(folder -> add("--ro-bind-try", folder, folder));
            case READ, DENY -> add("--ro-bind", "/", "/");
            case WRITE -> add("--bind", "/", "/");
        }
        add("--dev", "/dev", "--proc", "/proc");
    }

    private void add(PlacedRules.Placed placed, List<Path> held) throws SandboxUnavailableException, IOException {
        var path = placed.path();
        var text = path.toString();
        if (!Files.exists(path)) {
            keepAbsent(placed, held);
            return;
        }
        switch (placed.access()) {
            case WRITE -> {
                add("--bind", text, text);
                protect(path, held);
            }
            case READ -> add("--ro-bind", text, text);
            case DENY -> {
                if (Files.isDirectory(path)) {
                    add("--tmpfs", text);
                    sealed.add(path);
                } else {
                    add("--ro-bind", "/dev/null", text);
                }
            }
        }
    }

    /** What does not exist can be kept from being made only where its folder does exist. */
    private void keepAbsent(PlacedRules.Placed placed, List<Path> held)
            throws SandboxUnavailableException, IOException {
        var path = placed.path();
        var parent = path.getParent();
        if (parent == null
                || placed.access() == FileSystemAccessMode.WRITE
                || rules.accessTo(parent) != FileSystemAccessMode.WRITE) {
            return;
        }
        if (!Files.isDirectory(parent)) {
            throw refused("it protects " + path + ", which does not exist");
        }
        hold(path, held);
    }

    /** What steers the agent outside the fence stays read-only unless a rule of its own opens it. */
    private void protect(Path folder, List<Path> held) throws IOException {
        if (!Files.isDirectory(folder) || Sandbox.isForEveryone(folder)) {
            return;
        }
        for (var name : Sandbox.PROTECTED) {
            var path = folder.resolve(name);
            if (rules.names(path)) {
                continue;
            }
            if (Files.exists(path)) {
                add("--ro-bind", path.toString(), path.toString());
                var gitFolder = Sandbox.gitFolderOfWorktree(path);
                if (gitFolder != null) {
                    add("--ro-bind", gitFolder.toString(), gitFolder.toString());
                }
            } else {
                hold(path, held);
            }
        }
    }

    private void hold(Path path, List<Path> held) throws IOException {
        if (placeholders.hold(path)) {
            held.add(path);
        }
        add("--tmpfs", path.toString());
        sealed.add(path);
    }

    private void add(String... words) {
        line.addAll(List.of(words));
    }

    private static SandboxUnavailableException refused(String why) {
        return new SandboxUnavailableException("the permission profile of this thread cannot be enforced here: " + why);
    }
}
