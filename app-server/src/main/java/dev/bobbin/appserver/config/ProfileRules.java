package dev.bobbin.appserver.config;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.bobbin.protocol.v2.approval.ActivePermissionProfile;
import dev.bobbin.protocol.v2.approval.FileSystemAccessMode;
import dev.bobbin.protocol.v2.approval.FileSystemPath;
import dev.bobbin.protocol.v2.approval.FileSystemSandboxEntry;
import dev.bobbin.protocol.v2.approval.FileSystemSpecialPath;
import dev.bobbin.protocol.v2.approval.NetworkAccess;
import dev.bobbin.protocol.v2.approval.SandboxPolicy;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The rules of one permission profile while they are gathered. */
final class ProfileRules {
    private static final String WHOLE = ".";
    private static final String GLOB_DEPTH = "glob_scan_max_depth";

    private final String name;
    private final Map<String, String> env;
    private final Map<FileSystemPath, FileSystemAccessMode> entries = new LinkedHashMap<>();
    private final List<String> warnings = new ArrayList<>();
    private boolean network;

    ProfileRules(String name, Map<String, String> env) {
        this.name = name;
        this.env = env;
    }

    void addReadOnly() {
        put(special(new FileSystemSpecialPath.Root()), FileSystemAccessMode.READ);
    }

    void addWorkspace() {
        addReadOnly();
        put(special(new FileSystemSpecialPath.ProjectRoots(null)), FileSystemAccessMode.WRITE);
        put(special(new FileSystemSpecialPath.SlashTmp()), FileSystemAccessMode.WRITE);
        put(special(new FileSystemSpecialPath.Tmpdir()), FileSystemAccessMode.WRITE);
    }

    /** Adds what a table says; it wins over what was added before. */
    void add(Settings profile) {
        var files = profile.table("filesystem", "a map");
        for (var place : sorted(files)) {
            if (files.node(place) instanceof ObjectNode) {
                var below = files.table(place, "a map");
                for (var nested : sorted(below)) {
                    add(place, nested, access(below, nested));
                }
            } else {
                add(place, WHOLE, access(files, place));
            }
        }
        addNetwork(profile.table("network", "struct NetworkToml"));
    }

    static void check(Settings profile) {
        var files = profile.table("filesystem", "a map");
        for (var place : sorted(files)) {
            if (files.node(place) instanceof ObjectNode) {
                var below = files.table(place, "a map");
                sorted(below).forEach(nested -> access(below, nested));
            } else {
                access(files, place);
            }
        }
    }

    private static List<String> sorted(Settings table) {
        var names = new TreeMap<String, JsonNode>();
        table.tree().properties().forEach(entry -> names.put(entry.getKey(), entry.getValue()));
        names.remove(GLOB_DEPTH);
        return List.copyOf(names.keySet());
    }

    private static FileSystemAccessMode access(Settings table, String key) {
        var value = table.node(key);
        return switch (value != null && value.isTextual() ? value.textValue() : "") {
            case "read" -> FileSystemAccessMode.READ;
            case "write" -> FileSystemAccessMode.WRITE;
            case "deny", "none" -> FileSystemAccessMode.DENY;
            default ->
                throw table.wrong(key, "data did not match any variant of untagged enum FilesystemPermissionToml");
        };
    }

    /** Hosts cannot be told apart here, so that a network with limits stays off. */
    private void addNetwork(Settings table) {
        var isLimited = table.tree().properties().stream()
                .anyMatch(entry -> !entry.getKey().equals("enabled"));
        var enabled = table.flag("enabled");
        if (enabled != null) {
            network = enabled && !isLimited;
        }
        if (isLimited) {
            network = false;
            warnings.add("Permissions profile `" + name
                    + "` limits the network to some of it, which cannot be enforced here. The network stays off.");
        }
    }

    private void add(String place, String nested, FileSystemAccessMode access) {
        var path = path(place, nested.equals(WHOLE) ? null : below(nested));
        if (path == null) {
            warnings.add("Configured filesystem path `" + place + "`"
                    + (nested.equals(WHOLE) ? "" : " with nested entry `" + nested + "`")
                    + " is not recognized by this version of Codex and will be ignored. Upgrade Codex if this path is"
                    + " required.");
        } else {
            put(path, access);
        }
    }

    private static String below(String nested) {
        var path = Path.of(nested).normalize();
        if (path.isAbsolute() || path.startsWith("..") || path.toString().isEmpty()) {
            throw new ConfigException("filesystem subpath `" + nested + "` must be relative and stay below its path");
        }
        return path.toString();
    }

    private @Nullable FileSystemPath path(String place, @Nullable String below) {
        return switch (place) {
            case ":root" -> below == null ? special(new FileSystemSpecialPath.Root()) : plain("/" + below);
            case ":workspace_roots" ->
                below != null && isPattern(below)
                        ? new FileSystemPath.GlobPattern(below)
                        : special(new FileSystemSpecialPath.ProjectRoots(below));
            case ":minimal" -> below == null ? special(new FileSystemSpecialPath.Minimal()) : null;
            case ":slash_tmp" -> below == null ? special(new FileSystemSpecialPath.SlashTmp()) : plain("/tmp/" + below);
            case ":tmpdir" -> below == null ? special(new FileSystemSpecialPath.Tmpdir()) : null;
            default -> place.startsWith(":") ? null : plain(absolute(place) + (below == null ? "" : "/" + below));
        };
    }

    private String absolute(String place) {
        if (place.equals("~") || place.startsWith("~/")) {
            return env.getOrDefault("HOME", System.getProperty("user.home")) + place.substring(1);
        }
        if (!place.startsWith("/")) {
            throw new ConfigException(
                    "filesystem path `" + place + "` must be absolute, use `~/...`, or start with `:`");
        }
        return place;
    }

    private static FileSystemPath plain(String path) {
        return isPattern(path)
                ? new FileSystemPath.GlobPattern(path)
                : new FileSystemPath.Path(Path.of(path).normalize().toString());
    }

    private static boolean isPattern(String path) {
        return path.chars().anyMatch(c -> c == '*' || c == '?' || c == '[');
    }

    private static FileSystemPath special(FileSystemSpecialPath place) {
        return new FileSystemPath.Special(place);
    }

    private void put(FileSystemPath path, FileSystemAccessMode access) {
        entries.put(path, access);
    }

    PermissionChoice choice(ActivePermissionProfile active) {
        if (entries.isEmpty() && warnings.isEmpty()) {
            warnings.add("Permissions profile `" + name + "` does not define any recognized filesystem entries for this"
                    + " version of Codex. Filesystem access will remain restricted. Upgrade Codex if this profile"
                    + " expects filesystem permissions.");
        }
        var list = new ArrayList<FileSystemSandboxEntry>();
        entries.forEach((path, access) -> list.add(new FileSystemSandboxEntry(path, access)));
        var policy = policy();
        var isPlain = policy instanceof SandboxPolicy.DangerFullAccess;
        return new PermissionChoice(active, policy, isPlain ? null : new FileRules(list, network), warnings);
    }

    /** The sandbox policy that comes nearest. */
    private SandboxPolicy policy() {
        if (entries.get(special(new FileSystemSpecialPath.Root())) == FileSystemAccessMode.WRITE) {
            return network && entries.size() == 1
                    ? new SandboxPolicy.DangerFullAccess()
                    : new SandboxPolicy.ExternalSandbox(network ? NetworkAccess.ENABLED : NetworkAccess.RESTRICTED);
        }
        if (!entries.containsValue(FileSystemAccessMode.WRITE)) {
            return new SandboxPolicy.ReadOnly(network);
        }
        return new SandboxPolicy.WorkspaceWrite(
                writable(),
                network,
                !isWritable(new FileSystemSpecialPath.Tmpdir()),
                !isWritable(new FileSystemSpecialPath.SlashTmp()));
    }

    /** Places for temporary files are named only where the workspace is not writable. */
    private List<String> writable() {
        var hasWorkspace = isWritable(new FileSystemSpecialPath.ProjectRoots(null));
        var roots = new ArrayList<String>();
        entries.forEach((path, access) -> {
            var place = access == FileSystemAccessMode.WRITE ? place(path, hasWorkspace) : null;
            if (place != null) {
                roots.add(place);
            }
        });
        return roots;
    }

    private @Nullable String place(FileSystemPath path, boolean hasWorkspace) {
        return switch (path) {
            case FileSystemPath.Path(var place) -> place;
            case FileSystemPath.Special(FileSystemSpecialPath.SlashTmp _) -> hasWorkspace ? null : "/tmp";
            case FileSystemPath.Special(FileSystemSpecialPath.Tmpdir _) -> hasWorkspace ? null : env.get("TMPDIR");
            case FileSystemPath.Special _, FileSystemPath.GlobPattern _ -> null;
        };
    }

    private boolean isWritable(FileSystemSpecialPath place) {
        return entries.get(special(place)) == FileSystemAccessMode.WRITE;
    }
}
