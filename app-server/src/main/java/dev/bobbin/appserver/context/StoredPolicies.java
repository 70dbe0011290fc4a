package dev.bobbin.appserver.context;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.bobbin.protocol.v2.approval.AskForApproval;
import dev.bobbin.protocol.v2.approval.NetworkAccess;
import dev.bobbin.protocol.v2.approval.SandboxPolicy;
import dev.bobbin.rollout.line.RawJson;
import java.util.ArrayList;

/** Sandbox and approval policies in the spelling of the history file, which is not that of the wire. */
public final class StoredPolicies {
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private StoredPolicies() {}

    /** A sandbox policy as a turn's settings are stored. */
    public static RawJson of(SandboxPolicy policy) {
        return RawJson.of(tree(policy));
    }

    private static ObjectNode tree(SandboxPolicy policy) {
        if (policy instanceof SandboxPolicy.DangerFullAccess) {
            return typed("danger-full-access");
        }
        if (policy instanceof SandboxPolicy.ReadOnly readOnly) {
            return readOnly.networkAccess() ? typed("read-only").put("network_access", true) : typed("read-only");
        }
        if (policy instanceof SandboxPolicy.ExternalSandbox external) {
            return typed("external-sandbox")
                    .put("network_access", external.networkAccess().wireName());
        }
        return workspaceWrite((SandboxPolicy.WorkspaceWrite) policy);
    }

    /** An approval policy as a turn's settings are stored. */
    public static RawJson of(AskForApproval policy) {
        return RawJson.of(tree(policy));
    }

    private static JsonNode tree(AskForApproval policy) {
        if (policy instanceof AskForApproval.Untrusted) {
            return TextNode.valueOf("untrusted");
        }
        if (policy instanceof AskForApproval.OnFailure) {
            return TextNode.valueOf("on-failure");
        }
        if (policy instanceof AskForApproval.OnRequest) {
            return TextNode.valueOf("on-request");
        }
        if (policy instanceof AskForApproval.Never) {
            return TextNode.valueOf("never");
        }
        return granular((AskForApproval.Granular) policy);
    }

    /** A stored sandbox policy; one that is not understood counts as read-only. */
    public static SandboxPolicy sandbox(RawJson stored) {
        var tree = stored.tree();
        return switch (tree.path("type").asText()) {
            case "danger-full-access" -> new SandboxPolicy.DangerFullAccess();
            case "external-sandbox" ->
                new SandboxPolicy.ExternalSandbox(
                        tree.path("network_access").asText().equals("enabled")
                                ? NetworkAccess.ENABLED
                                : NetworkAccess.RESTRICTED);
            case "workspace-write" -> workspaceWrite(tree);
            default -> new SandboxPolicy.ReadOnly(tree.path("network_access").asBoolean());
        };
    }

    /** A stored approval policy; one that is not understood counts as on-request. */
    public static AskForApproval approval(RawJson stored) {
        var tree = stored.tree();
        if (tree.path("granular") instanceof ObjectNode granular) {
            return new AskForApproval.Granular(
                    granular.path("sandbox_approval").asBoolean(),
                    granular.path("rules").asBoolean(),
                    granular.path("skill_approval").asBoolean(),
                    granular.path("request_permissions").asBoolean(),
                    granular.path("mcp_elicitations").asBoolean());
        }
        return switch (tree.asText()) {
            case "untrusted" -> new AskForApproval.Untrusted();
            case "on-failure" -> new AskForApproval.OnFailure();
            case "never" -> new AskForApproval.Never();
            default -> new AskForApproval.OnRequest();
        };
    }

    private static ObjectNode workspaceWrite(SandboxPolicy.WorkspaceWrite policy) {
        var tree = typed("workspace-write");
        if (!policy.writableRoots().isEmpty()) {
            var roots = tree.putArray("writable_roots");
            policy.writableRoots().forEach(roots::add);
        }
        return tree.put("network_access", policy.networkAccess())
                .put("exclude_tmpdir_env_var", policy.excludeTmpdirEnvVar())
                .put("exclude_slash_tmp", policy.excludeSlashTmp());
    }

    private static SandboxPolicy.WorkspaceWrite workspaceWrite(JsonNode tree) {
        var roots = new ArrayList<String>();
        tree.path("writable_roots").forEach(root -> roots.add(root.asText()));
        return new SandboxPolicy.WorkspaceWrite(
                roots,
                tree.path("network_access").asBoolean(),
                tree.path("exclude_tmpdir_env_var").asBoolean(),
                tree.path("exclude_slash_tmp").asBoolean());
    }

    private static ObjectNode granular(AskForApproval.Granular policy) {
        var tree = NODES.objectNode();
        tree.putObject("granular")
                .put("sandbox_approval", policy.sandboxApproval())
                .put("rules", policy.rules())
                .put("skill_approval", policy.skillApproval())
                .put("request_permissions", policy.requestPermissions())
                .put("mcp_elicitations", policy.mcpElicitations());
        return tree;
    }

    private static ObjectNode typed(String type) {
        return NODES.objectNode().put("type", type);
    }
}
