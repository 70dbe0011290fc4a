package dev.bobbin.appserver.config;

import dev.bobbin.protocol.v2.approval.FileSystemAccessMode;
import dev.bobbin.protocol.v2.approval.FileSystemPath;
import dev.bobbin.protocol.v2.approval.FileSystemSandboxEntry;
import dev.bobbin.protocol.v2.approval.FileSystemSpecialPath;
import java.util.List;

/**
 * What a permission profile of the user's own lets commands do. What no rule speaks of may not be touched; of two rules the one
 * for the narrower place holds.
 *
 * @param entries a rule for each place, paths absolute
 * @param network whether the network may be reached
 */
public record FileRules(List<FileSystemSandboxEntry> entries, boolean network) {
    public FileRules {
        entries = List.copyOf(entries);
    }

    /** Whether the folders of the workspace may be written to as a whole. */
    public boolean writesWorkspace() {
        return entries.stream()
                .anyMatch(entry -> entry.access() == FileSystemAccessMode.WRITE
                        && entry.path() instanceof FileSystemPath.Special(FileSystemSpecialPath.ProjectRoots(var below))
                        && below == null);
    }
}
