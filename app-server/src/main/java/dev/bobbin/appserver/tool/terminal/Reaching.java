package dev.bobbin.appserver.tool.terminal;

import dev.bobbin.appserver.context.TurnSettings;
import dev.bobbin.appserver.tool.ToolFailure;
import dev.bobbin.appserver.tool.permission.Permissions;
import dev.bobbin.appserver.tool.policy.CommandRequest.Reach;
import dev.bobbin.protocol.v2.approval.AskForApproval;
import java.nio.file.Path;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What a command asks for beyond the sandbox of its turn, as far as it may ask.
 *
 * @param extra what the sandbox is to be widened by; null for nothing
 */
record Reaching(Reach reach, @Nullable Permissions extra) {
    private static final Reaching USUAL = new Reaching(Reach.USUAL, null);

    /**
     * Reads it from the arguments.
     *
     * @param granted what holds for the turn already, which need not be asked for again
     * @throws ToolFailure if it may not ask for it
     */
    static Reaching of(ExecCommandTool.Arguments arguments, TurnSettings settings, Path cwd, Permissions granted)
            throws ToolFailure {
        var asked = arguments.additionalPermissions() == null
                ? null
                : arguments.additionalPermissions().in(cwd);
        return switch (arguments.sandboxPermissions()) {
            case null -> asked == null ? USUAL : widened(asked, settings, granted);
            case USE_DEFAULT -> asked == null ? USUAL : widened(asked, settings, granted);
            case WITH_ADDITIONAL_PERMISSIONS -> widened(asked, settings, granted);
            case REQUIRE_ESCALATED -> outside(settings.approvalPolicy(), "cannot");
        };
    }

    /**
     * Outside of any sandbox.
     *
     * @param verb how a refusal says that it may not be asked for
     */
    static Reaching outside(AskForApproval policy, String verb) throws ToolFailure {
        requireAsking(policy, verb);
        return new Reaching(Reach.OUTSIDE, null);
    }

    private static Reaching widened(@Nullable Permissions asked, TurnSettings settings, Permissions granted)
            throws ToolFailure {
        if (asked != null && !asked.isEmpty() && asked.areCoveredBy(granted)) {
            return USUAL;
        }
        requireAsking(settings.approvalPolicy(), "cannot");
        if (!settings.config().features().enabled(ExecCommandTool.WIDENING_FEATURE)) {
            throw new ToolFailure(
                    "additional permissions are disabled; enable `features.exec_permission_approvals` before"
                            + " using `with_additional_permissions`");
        }
        if (asked == null) {
            throw new ToolFailure(
                    "missing `additional_permissions`; provide at least one of `network` or `file_system` when"
                            + " using `with_additional_permissions`");
        }
        if (asked.isEmpty()) {
            throw new ToolFailure(
                    "`additional_permissions` must include at least one requested permission in `network` or"
                            + " `file_system`");
        }
        return new Reaching(Reach.WIDENED, asked);
    }

    private static void requireAsking(AskForApproval policy, String verb) throws ToolFailure {
        if (!(policy instanceof AskForApproval.OnRequest)) {
            var name = policyName(policy);
            throw new ToolFailure("approval policy is " + name + "; reject command — you " + verb
                    + " ask for escalated permissions if the approval policy is " + name);
        }
    }

    private static String policyName(AskForApproval policy) {
        return switch (policy) {
            case AskForApproval.Untrusted _ -> "UnlessTrusted";
            case AskForApproval.OnFailure _ -> "OnFailure";
            case AskForApproval.OnRequest _ -> "OnRequest";
            case AskForApproval.Never _ -> "Never";
            case AskForApproval.Granular granular ->
                String.format(
                        Locale.ROOT,
                        "Granular(GranularApprovalConfig { sandbox_approval: %s, rules: %s, skill_approval: %s, "
                                + "request_permissions: %s, mcp_elicitations: %s })",
                        granular.sandboxApproval(),
                        granular.rules(),
                        granular.skillApproval(),
                        granular.requestPermissions(),
                        granular.mcpElicitations());
        };
    }
}
