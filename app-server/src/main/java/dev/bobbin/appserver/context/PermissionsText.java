package dev.bobbin.appserver.context;

import dev.bobbin.protocol.v2.approval.AskForApproval;
import dev.bobbin.protocol.v2.approval.NetworkAccess;
import dev.bobbin.protocol.v2.approval.SandboxPolicy;

/** Tells the model what its commands may do and when the user is asked. */
final class PermissionsText {
    private static final String ASKING = """
            To run a command outside the sandbox, set its `sandbox_permissions` to `require_escalated` and give the reason \
            in `justification`, as one question to the user. Ask when a command that matters was stopped by the sandbox, \
            or cannot work within it: writing elsewhere, reaching the network, opening a window, or deleting what the \
            user did not name. Where similar commands will follow, `prefix_rule` may propose the leading words that \
            need no further question, such as `["npm", "run"]`; never propose one for an interpreter, a shell or anything \
            that deletes.""";

    private PermissionsText() {}

    static String of(TurnSettings settings) {
        return "<permissions instructions>\n"
                + sandbox(settings)
                + "\n"
                + approval(settings.approvalPolicy())
                + "\n</permissions instructions>";
    }

    private static String sandbox(TurnSettings settings) {
        var rules = settings.fileRules();
        if (rules != null) {
            return "Commands run in a sandbox that is set up by rules for places, told as the permission profile. What no rule"
                    + " opens cannot be read or changed. " + network(rules.network());
        }
        var policy = settings.sandboxPolicy();
        if (policy instanceof SandboxPolicy.DangerFullAccess) {
            return "Commands are not sandboxed (`danger-full-access`): all files and the network are within reach.";
        }
        if (policy instanceof SandboxPolicy.ExternalSandbox external) {
            return "Commands run in an environment that is isolated from outside. "
                    + network(external.networkAccess() == NetworkAccess.ENABLED);
        }
        if (policy instanceof SandboxPolicy.ReadOnly readOnly) {
            return "Commands run in a sandbox (`read-only`): files may be read, none may be changed. "
                    + network(readOnly.networkAccess());
        }
        var write = (SandboxPolicy.WorkspaceWrite) policy;
        return "Commands run in a sandbox (`workspace-write`): files may be read, and changed within the writable roots. "
                + network(write.networkAccess())
                + roots(write, settings);
    }

    private static String network(boolean isAllowed) {
        return isAllowed ? "The network may be used." : "The network cannot be reached.";
    }

    private static String roots(SandboxPolicy.WorkspaceWrite policy, TurnSettings settings) {
        var text = new StringBuilder("\nWritable roots:");
        for (var root : PermissionProfile.writableRoots(policy, settings.workspaceRoots())) {
            text.append(" `").append(root).append('`');
        }
        if (!policy.excludeSlashTmp()) {
            text.append(" `/tmp`");
        }
        if (!policy.excludeTmpdirEnvVar()) {
            text.append(" `$TMPDIR`");
        }
        return text.append('.').toString();
    }

    private static String approval(AskForApproval policy) {
        if (policy instanceof AskForApproval.Never) {
            return "Approval policy `never`: nobody can be asked. Leave out `sandbox_permissions`; a command that asks for more is"
                    + " refused.";
        }
        if (policy instanceof AskForApproval.Untrusted) {
            return "Approval policy `untrusted`: the user is asked before every command that is not known to only read.";
        }
        if (policy instanceof AskForApproval.OnFailure) {
            return "Approval policy `on-failure`: when a command fails in the sandbox, the user is asked whether it may run"
                    + " without.";
        }
        if (policy instanceof AskForApproval.OnRequest) {
            return "Approval policy `on-request`: the user is asked when you ask.\n" + ASKING;
        }
        return granular((AskForApproval.Granular) policy);
    }

    private static String granular(AskForApproval.Granular policy) {
        var text = new StringBuilder("Approval policy `granular`: ");
        text.append(
                policy.sandboxApproval()
                        ? "the user is asked when you ask to leave the sandbox.\n" + ASKING
                        : "requests to leave the sandbox are refused; leave out `sandbox_permissions`.");
        if (!policy.rules()) {
            text.append("\nCommands that a rule would have the user approve are refused.");
        }
        return text.toString();
    }
}
