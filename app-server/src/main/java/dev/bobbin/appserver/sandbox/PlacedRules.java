package dev.bobbin.appserver.sandbox;

import dev.bobbin.appserver.config.FileRules;
import dev.bobbin.protocol.v2.approval.FileSystemAccessMode;
import dev.bobbin.protocol.v2.approval.FileSystemPath;
import dev.bobbin.protocol.v2.approval.FileSystemSandboxEntry;
import dev.bobbin.protocol.v2.approval.FileSystemSpecialPath;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Rules for places as they really are on disk, links followed.
 *
 * @param root what may be done where no other rule says; null for nothing
 * @param hasPrograms whether the system's programs and libraries may be read in any case
 * @param hasPatterns whether there are rules for patterns of paths, which a fence of mounts cannot keep
 * @param places the rest, the wider before the narrower, and of two for one place the stricter last
 */
record PlacedRules(@Nullable FileSystemAccessMode root, boolean hasPrograms, boolean hasPatterns, List<Placed> places) {
    /** One rule. */
    record Placed(Path path, FileSystemAccessMode access) {}

    static PlacedRules of(FileRules rules, List<Path> workspace, @Nullable String tmpdir) {
        FileSystemAccessMode root = null;
        var hasPrograms = false;
        var hasPatterns = false;
        var places = new ArrayList<Placed>();
        for (var entry : rules.entries()) {
            switch (entry.path()) {
                case FileSystemPath.Path(var path) -> place(places, Path.of(path), entry);
                case FileSystemPath.GlobPattern _ -> hasPatterns = true;
                case FileSystemPath.Special(var special) -> {
                    switch (special) {
                        case FileSystemSpecialPath.Root _ -> root = entry.access();
                        case FileSystemSpecialPath.Minimal _ ->
                            hasPrograms = entry.access() != FileSystemAccessMode.DENY;
                        case FileSystemSpecialPath.ProjectRoots(var below) ->
                            workspace.forEach(
                                    folder -> place(places, below == null ? folder : folder.resolve(below), entry));
                        case FileSystemSpecialPath.SlashTmp _ -> place(places, Path.of("/tmp"), entry);
                        case FileSystemSpecialPath.Tmpdir _ -> {
                            if (tmpdir != null && tmpdir.startsWith("/")) {
                                place(places, Path.of(tmpdir), entry);
                            }
                        }
                        case FileSystemSpecialPath.Unknown _ -> {
                            // Not known, and so not open.
                        }
                    }
                }
            }
        }
        places.sort(Comparator.comparingInt((Placed placed) -> placed.path().getNameCount())
                .thenComparing(placed -> strictness(placed.access())));
        return new PlacedRules(
                root == FileSystemAccessMode.DENY ? null : root, hasPrograms, hasPatterns, List.copyOf(places));
    }

    private static void place(List<Placed> places, Path path, FileSystemSandboxEntry entry) {
        places.add(new Placed(Sandbox.real(path), entry.access()));
    }

    private static int strictness(FileSystemAccessMode access) {
        return switch (access) {
            case WRITE -> 0;
            case READ -> 1;
            case DENY -> 2;
        };
    }

    /** What may be done with a path, links followed; null for nothing. */
    @Nullable
    FileSystemAccessMode accessTo(Path real) {
        var access = root;
        for (var placed : places) {
            if (real.startsWith(placed.path())) {
                access = placed.access();
            }
        }
        return access == FileSystemAccessMode.DENY ? null : access;
    }

    /** Whether a rule speaks of this very path. */
    boolean names(Path real) {
        return places.stream().anyMatch(placed -> placed.path().equals(real));
    }
}
