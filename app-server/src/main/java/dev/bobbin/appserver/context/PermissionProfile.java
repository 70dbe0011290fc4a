package dev.bobbin.appserver.context;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.bobbin.appserver.config.FileRules;
import dev.bobbin.protocol.v2.approval.FileSystemAccessMode;
import dev.bobbin.protocol.v2.approval.FileSystemPath;
import dev.bobbin.protocol.v2.approval.FileSystemSpecialPath;
import dev.bobbin.protocol.v2.approval.NetworkAccess;
import dev.bobbin.protocol.v2.approval.SandboxPolicy;
import dev.bobbin.rollout.line.RawJson;
import dev.bobbin.rollout.line.TurnContext;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.SequencedSet;
import org.jspecify.annotations.Nullable;

/**
 * What commands may read, write and reach, spelled out from a sandbox policy. Stored with each turn and in the index, and
 * told to the model.
 *
 * @param entries what may be touched; null if everything may
 * @param network whether the network may be reached
 * @param isExternal whether something else than this server enforces it
 */
public record PermissionProfile(@Nullable List<Entry> entries, boolean network, boolean isExternal) {
    /** Folders that stay read-only in a writable workspace, as what lies there could change what runs later. */
    private static final List<String> PROTECTED = List.of(".git", ".agents", ".codex");

    /**
     * One rule.
     *
     * @param place a path, or the name of a special place where {@code isSpecial}
     */
    public record Entry(String place, boolean isSpecial, FileSystemAccessMode access) {}

    /** Spells out what turns with these settings may do. */
    public static PermissionProfile of(TurnSettings settings) {
        var rules = settings.fileRules();
        return rules == null
                ? of(settings.sandboxPolicy(), settings.workspaceRoots())
                : new PermissionProfile(entries(rules, settings.workspaceRoots()), rules.network(), false);
    }

    /** Whether rules of the user's own are the ones that the model was told; where there are none, the policy tells. */
    static boolean isSame(TurnSettings settings, TurnContext now, TurnContext told) {
        return settings.fileRules() == null || Objects.equals(now.permissionProfile(), told.permissionProfile());
    }

    /** Patterns are left out, as commands that they hold for do not run. */
    private static List<Entry> entries(FileRules rules, List<Path> roots) {
        var entries = new ArrayList<Entry>();
        for (var rule : rules.entries()) {
            var access = rule.access();
            switch (rule.path()) {
                case FileSystemPath.Path(var path) -> entries.add(new Entry(path, false, access));
                case FileSystemPath.GlobPattern _ -> {}
                case FileSystemPath.Special(var special) -> {
                    switch (special) {
                        case FileSystemSpecialPath.Root _ -> entries.add(new Entry("root", true, access));
                        case FileSystemSpecialPath.Minimal _ -> entries.add(new Entry("minimal", true, access));
                        case FileSystemSpecialPath.SlashTmp _ -> entries.add(new Entry("slash_tmp", true, access));
                        case FileSystemSpecialPath.Tmpdir _ -> entries.add(new Entry("tmpdir", true, access));
                        case FileSystemSpecialPath.ProjectRoots(var below) ->
                            roots.forEach(root -> entries.add(
                                    new Entry((below == null ? root : root.resolve(below)).toString(), false, access)));
                        case FileSystemSpecialPath.Unknown _ -> {}
                    }
                }
            }
        }
        return entries;
    }

    /**
     * Spells a policy out.
     *
     * @param roots the folders of the workspace, the working directory first
     */
    public static PermissionProfile of(SandboxPolicy policy, List<Path> roots) {
        if (policy instanceof SandboxPolicy.DangerFullAccess) {
            return new PermissionProfile(null, true, false);
        }
        if (policy instanceof SandboxPolicy.ExternalSandbox external) {
            return new PermissionProfile(null, external.networkAccess() == NetworkAccess.ENABLED, true);
        }
        if (policy instanceof SandboxPolicy.ReadOnly readOnly) {
            return new PermissionProfile(
                    List.of(new Entry("root", true, FileSystemAccessMode.READ)), readOnly.networkAccess(), false);
        }
        var write = (SandboxPolicy.WorkspaceWrite) policy;
        return new PermissionProfile(workspace(write, roots), write.networkAccess(), false);
    }

    /** The folders that may be written to, those of the workspace first. */
    public static SequencedSet<String> writableRoots(SandboxPolicy.WorkspaceWrite policy, List<Path> roots) {
        var writable = new LinkedHashSet<String>();
        roots.forEach(root -> writable.add(root.toString()));
        writable.addAll(policy.writableRoots());
        return writable;
    }

    private static List<Entry> workspace(SandboxPolicy.WorkspaceWrite policy, List<Path> roots) {
        var entries = new ArrayList<Entry>();
        entries.add(new Entry("root", true, FileSystemAccessMode.READ));
        roots.forEach(root -> entries.add(new Entry(root.toString(), false, FileSystemAccessMode.WRITE)));
        if (!policy.excludeSlashTmp()) {
            entries.add(new Entry("slash_tmp", true, FileSystemAccessMode.WRITE));
        }
        if (!policy.excludeTmpdirEnvVar()) {
            entries.add(new Entry("tmpdir", true, FileSystemAccessMode.WRITE));
        }
        policy.writableRoots().forEach(root -> entries.add(new Entry(root, false, FileSystemAccessMode.WRITE)));
        for (var root : roots) {
            for (var name : PROTECTED) {
                entries.add(new Entry(root.resolve(name).toString(), false, FileSystemAccessMode.READ));
            }
        }
        return entries;
    }

    /** As it is stored. */
    public RawJson json() {
        return RawJson.of(tree());
    }

    private ObjectNode tree() {
        var tree = JsonNodeFactory.instance.objectNode();
        if (entries == null) {
            tree.put("type", isExternal ? "external" : "disabled");
            return isExternal ? tree.put("network", network ? "enabled" : "restricted") : tree;
        }
        tree.put("type", "managed");
        var rules = tree.putObject("file_system").put("type", "restricted").putArray("entries");
        for (var entry : entries) {
            var rule = rules.addObject();
            var path = rule.putObject("path");
            if (entry.isSpecial()) {
                path.put("type", "special").putObject("value").put("kind", entry.place());
            } else {
                path.put("type", "path").put("path", entry.place());
            }
            rule.put("access", entry.access().wireName());
        }
        return tree.put("network", network ? "enabled" : "restricted");
    }

    /** As the model is told of it. */
    String xml() {
        var xml = new StringBuilder(256);
        if (entries == null) {
            return xml.append("<permission_profile type=\"")
                    .append(isExternal ? "external" : "disabled")
                    .append("\"><file_system type=\"unrestricted\" /></permission_profile>")
                    .toString();
        }
        xml.append("<permission_profile type=\"managed\"><file_system type=\"restricted\">");
        for (var entry : entries) {
            xml.append("<entry access=\"").append(entry.access().wireName()).append("\">");
            var place = XmlText.escaped(entry.place());
            xml.append(entry.isSpecial() ? "<special>:" + place + "</special>" : "<path>" + place + "</path>");
            xml.append("</entry>");
        }
        return xml.append("</file_system></permission_profile>").toString();
    }
}
