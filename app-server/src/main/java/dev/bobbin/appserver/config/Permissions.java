package dev.bobbin.appserver.config;

import com.fasterxml.jackson.databind.JsonNode;
import dev.bobbin.protocol.v2.approval.AskForApproval;
import dev.bobbin.protocol.v2.approval.SandboxMode;
import dev.bobbin.protocol.v2.approval.SandboxPolicy;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a thread may do without asking, and what not at all. */
final class Permissions {
    private static final List<String> APPROVALS = List.of("untrusted", "on-failure", "on-request", "granular", "never");

    private Permissions() {}

    /** Whether the user said to trust the project in a folder; null if he said nothing. */
    static @Nullable Boolean trusted(Settings root, @Nullable Path cwd) {
        var projects = root.table("projects", "a map");
        if (cwd == null || projects.tree().isEmpty()) {
            return null;
        }
        var level = level(projects, cwd);
        for (var folder = cwd; level == null && folder != null; folder = folder.getParent()) {
            if (Files.exists(folder.resolve(".git"))) {
                level = level(projects, folder);
                break;
            }
        }
        return level == null ? null : level.equals("trusted");
    }

    private static @Nullable String level(Settings projects, Path folder) {
        return projects.table(folder.toString(), "struct ProjectConfig").text("trust_level");
    }

    static AskForApproval approval(Settings root, @Nullable Boolean trusted) {
        var node = root.node("approval_policy");
        if (node == null) {
            return Boolean.FALSE.equals(trusted) ? new AskForApproval.Untrusted() : new AskForApproval.OnRequest();
        }
        if (node.isObject()) {
            return granular(root, node);
        }
        var word = String.valueOf(root.word("approval_policy"));
        return switch (word) {
            case "untrusted" -> new AskForApproval.Untrusted();
            case "on-failure" -> new AskForApproval.OnFailure();
            case "on-request" -> new AskForApproval.OnRequest();
            case "never" -> new AskForApproval.Never();
            default -> throw root.unknownVariant("approval_policy", word, APPROVALS);
        };
    }

    private static AskForApproval granular(Settings root, JsonNode node) {
        var names = node.fieldNames();
        var name = names.hasNext() ? names.next() : "";
        if (!name.equals("granular")) {
            throw root.unknownVariant("approval_policy", name, APPROVALS);
        }
        var table = root.table("approval_policy", "a map").table("granular", "struct GranularApprovalConfig");
        return new AskForApproval.Granular(
                required(table, "sandbox_approval"),
                required(table, "rules"),
                table.flag("skill_approval", false),
                table.flag("request_permissions", false),
                required(table, "mcp_elicitations"));
    }

    private static boolean required(Settings table, String key) {
        var value = table.flag(key);
        if (value == null) {
            throw table.wrong(key, "missing field `" + key + "`");
        }
        return value;
    }

    /** The policy that the configuration names in the older way, or the usual one. */
    static SandboxPolicy sandbox(Settings root, @Nullable Boolean trusted, Path relativeTo) {
        var mode = root.word("sandbox_mode", SandboxMode.class);
        if (mode == null) {
            mode = trusted == null ? SandboxMode.READ_ONLY : SandboxMode.WORKSPACE_WRITE;
        }
        return policy(root, mode, relativeTo);
    }

    static SandboxPolicy policy(Settings root, SandboxMode mode, Path relativeTo) {
        var table = root.table("sandbox_workspace_write", "struct SandboxWorkspaceWrite");
        var roots = table.texts("writable_roots").stream()
                .map(path -> relativeTo.resolve(path).normalize().toString())
                .toList();
        var workspace = new SandboxPolicy.WorkspaceWrite(
                roots,
                table.flag("network_access", false),
                table.flag("exclude_tmpdir_env_var", false),
                table.flag("exclude_slash_tmp", false));
        return switch (mode) {
            case READ_ONLY -> new SandboxPolicy.ReadOnly(false);
            case WORKSPACE_WRITE -> workspace;
            case DANGER_FULL_ACCESS -> new SandboxPolicy.DangerFullAccess();
        };
    }
}
