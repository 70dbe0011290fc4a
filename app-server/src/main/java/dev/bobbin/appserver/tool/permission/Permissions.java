package dev.bobbin.appserver.tool.permission;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.bobbin.appserver.context.TurnSettings;
import dev.bobbin.appserver.sandbox.Grant;
import dev.bobbin.protocol.json.WireJson;
import dev.bobbin.protocol.v2.approval.AdditionalFileSystemPermissions;
import dev.bobbin.protocol.v2.approval.AdditionalNetworkPermissions;
import dev.bobbin.protocol.v2.approval.AdditionalPermissionProfile;
import dev.bobbin.protocol.v2.approval.FileSystemAccessMode;
import dev.bobbin.protocol.v2.approval.FileSystemPath;
import dev.bobbin.protocol.v2.approval.FileSystemSandboxEntry;
import dev.bobbin.protocol.v2.approval.FileSystemSpecialPath;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Files and network, as asked for or as granted.
 *
 * @param network whether the network may be reached
 * @param files places and what may be done there
 */
public record Permissions(boolean network, List<FileSystemSandboxEntry> files) {
    /** None at all. */
    public static final Permissions NONE = new Permissions(false, List.of());

    public Permissions {
        files = List.copyOf(files);
    }

    /** The permissions of a request or an answer on the wire. */
    public static Permissions of(
            @Nullable AdditionalNetworkPermissions network, @Nullable AdditionalFileSystemPermissions files) {
        var entries = new ArrayList<FileSystemSandboxEntry>();
        if (files != null) {
            if (files.entries() != null) {
                entries.addAll(files.entries());
            } else {
                add(entries, files.read(), FileSystemAccessMode.READ);
                add(entries, files.write(), FileSystemAccessMode.WRITE);
            }
        }
        return new Permissions(network != null && Boolean.TRUE.equals(network.enabled()), entries);
    }

    private static void add(
            List<FileSystemSandboxEntry> entries, @Nullable List<String> paths, FileSystemAccessMode access) {
        if (paths != null) {
            paths.forEach(path -> entries.add(new FileSystemSandboxEntry(
                    new FileSystemPath.Path(Path.of(path).normalize().toString()), access)));
        }
    }

    public boolean isEmpty() {
        return !network && files.isEmpty();
    }

    /** Whether all of these are among those. */
    public boolean areCoveredBy(Permissions those) {
        return (!network || those.network) && files.stream().allMatch(those::covers);
    }

    /** What is both in these, which were granted, and in those, which were asked for. */
    public Permissions within(Permissions those) {
        return new Permissions(
                network && those.network, files.stream().filter(those::covers).toList());
    }

    /** Both together. */
    public Permissions plus(Permissions other) {
        var all = new LinkedHashSet<>(files);
        all.addAll(other.files);
        return new Permissions(network || other.network, List.copyOf(all));
    }

    private boolean covers(FileSystemSandboxEntry entry) {
        return files.stream().anyMatch(one -> covers(one, entry));
    }

    private static boolean covers(FileSystemSandboxEntry wide, FileSystemSandboxEntry narrow) {
        if (wide.access() != narrow.access()
                && !(wide.access() == FileSystemAccessMode.WRITE && narrow.access() == FileSystemAccessMode.READ)) {
            return false;
        }
        return wide.path().equals(narrow.path())
                || (wide.path() instanceof FileSystemPath.Path(var above)
                        && narrow.path() instanceof FileSystemPath.Path(var below)
                        && Path.of(below).normalize().startsWith(above));
    }

    /** What a fence has to leave open for these. Reading is open anyway. */
    public Grant grant(TurnSettings settings, @Nullable String tmpdir) {
        var writable = new LinkedHashSet<Path>();
        for (var entry : files) {
            if (entry.access() == FileSystemAccessMode.WRITE) {
                addPlaces(writable, entry.path(), settings, tmpdir);
            }
        }
        return new Grant(writable, network);
    }

    private static void addPlaces(
            Set<Path> places, FileSystemPath path, TurnSettings settings, @Nullable String tmpdir) {
        switch (path) {
            case FileSystemPath.Path(var place) -> places.add(Path.of(place));
            case FileSystemPath.GlobPattern _ -> {
                // A pattern can't be left open in a fence of mounts.
            }
            case FileSystemPath.Special(var special) -> {
                switch (special) {
                    case FileSystemSpecialPath.Root _ -> places.add(Path.of("/"));
                    case FileSystemSpecialPath.SlashTmp _ -> places.add(Path.of("/tmp"));
                    case FileSystemSpecialPath.Tmpdir _ -> {
                        if (tmpdir != null && tmpdir.startsWith("/")) {
                            places.add(Path.of(tmpdir));
                        }
                    }
                    case FileSystemSpecialPath.ProjectRoots(var below) ->
                        settings.workspaceRoots()
                                .forEach(root -> places.add(below == null ? root : root.resolve(below)));
                    case FileSystemSpecialPath.Minimal _, FileSystemSpecialPath.Unknown _ -> {
                        // Nothing to write to.
                    }
                }
            }
        }
    }

    /** The network as clients see it. */
    @Nullable
    AdditionalNetworkPermissions wireNetwork() {
        return network ? new AdditionalNetworkPermissions(true) : null;
    }

    /** The files as clients see them: as entries and, where that says all, as lists of paths too. */
    @Nullable
    AdditionalFileSystemPermissions wireFiles() {
        if (files.isEmpty()) {
            return null;
        }
        return isPlain()
                ? new AdditionalFileSystemPermissions(
                        paths(FileSystemAccessMode.READ), paths(FileSystemAccessMode.WRITE), null, files)
                : new AdditionalFileSystemPermissions(null, null, null, files);
    }

    /** As a question about one command shows them. */
    public AdditionalPermissionProfile wire() {
        return new AdditionalPermissionProfile(wireNetwork(), wireFiles());
    }

    private boolean isPlain() {
        return files.stream()
                .allMatch(entry ->
                        entry.path() instanceof FileSystemPath.Path && entry.access() != FileSystemAccessMode.DENY);
    }

    private @Nullable List<String> paths(FileSystemAccessMode access) {
        var paths = new ArrayList<String>();
        for (var entry : files) {
            if (entry.access() == access && entry.path() instanceof FileSystemPath.Path(var path)) {
                paths.add(path);
            }
        }
        return paths.isEmpty() ? null : paths;
    }

    /** As the model is told of them. */
    ObjectNode told() {
        var told = JsonNodeFactory.instance.objectNode();
        if (network) {
            told.putObject("network").put("enabled", true);
        } else {
            told.putNull("network");
        }
        if (files.isEmpty()) {
            told.putNull("file_system");
        } else if (isPlain()) {
            var lists = told.putObject("file_system");
            put(lists, "read", paths(FileSystemAccessMode.READ));
            put(lists, "write", paths(FileSystemAccessMode.WRITE));
        } else {
            var entries = told.putObject("file_system").putArray("entries");
            files.forEach(entry -> entries.add(WireJson.toTree(entry)));
        }
        return told;
    }

    private static void put(ObjectNode lists, String name, @Nullable List<String> paths) {
        if (paths != null) {
            var list = lists.putArray(name);
            paths.forEach(list::add);
        }
    }
}
