package dev.bobbin.appserver.thread;

import dev.bobbin.appserver.context.Prompts;
import dev.bobbin.appserver.context.TurnSettings;
import dev.bobbin.protocol.v2.approval.ApprovalsReviewer;
import dev.bobbin.protocol.v2.approval.AskForApproval;
import dev.bobbin.protocol.v2.approval.SandboxPolicy;
import dev.bobbin.protocol.v2.item.ReasoningEffort;
import dev.bobbin.protocol.v2.thread.ThreadSettings;
import dev.bobbin.protocol.v2.turn.CollaborationMode;
import dev.bobbin.protocol.v2.turn.ModeKind;
import dev.bobbin.protocol.v2.turn.Personality;
import dev.bobbin.protocol.v2.turn.ReasoningSummary;
import dev.bobbin.protocol.v2.turn.Settings;
import dev.bobbin.protocol.v2.turn.TurnSettingsParams;
import dev.bobbin.protocol.wire.Patch;
import dev.bobbin.rollout.line.RawJson;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Settings that a turn, or a request of its own, changes for the turns to come. Null keeps a setting. */
record SettingsChange(
        @Nullable String cwd,
        @Nullable List<String> workspaceRoots,
        @Nullable AskForApproval approvalPolicy,
        @Nullable ApprovalsReviewer approvalsReviewer,
        @Nullable SandboxPolicy sandboxPolicy,
        @Nullable String permissions,
        @Nullable String model,
        Patch<String> serviceTier,
        @Nullable ReasoningEffort effort,
        @Nullable ReasoningSummary summary,
        @Nullable Personality personality,
        @Nullable CollaborationMode collaborationMode) {
    static SettingsChange of(TurnSettingsParams p) {
        return new SettingsChange(
                p.cwd(),
                p.runtimeWorkspaceRoots(),
                p.approvalPolicy(),
                p.approvalsReviewer(),
                p.sandboxPolicy(),
                p.permissions(),
                p.model(),
                p.serviceTier(),
                p.effort(),
                p.summary(),
                p.personality(),
                p.collaborationMode());
    }

    /** Refuses a change that contradicts itself. */
    void check() {
        if (permissions != null && sandboxPolicy != null) {
            throw ThreadErrors.invalid(
                    "`permissions` cannot be combined with `sandboxPolicy`", "conflicting_parameters");
        }
    }

    /** The settings after this change. A relative working directory starts at the present one. */
    TurnSettings applyTo(TurnSettings now, WorkingFolders folders) {
        var newCwd = folders.within(now.cwd(), cwd);
        var newModel = model != null
                ? model
                : collaborationMode != null ? collaborationMode.settings().model() : now.model();
        var newEffort = effort != null
                ? effort
                : collaborationMode != null ? collaborationMode.settings().reasoningEffort() : now.effort();
        return new TurnSettings(
                now.config(),
                newCwd,
                rootsAfter(now, newCwd, folders),
                newModel,
                now.modelProviderId(),
                now.provider(),
                ContextSizes.window(now.config(), newModel),
                ContextSizes.compactAt(now.config(), newModel),
                newEffort,
                summary != null ? summary : now.summary(),
                personality != null ? personality : now.personality(),
                tierAfter(now.serviceTier()),
                approvalPolicy != null ? approvalPolicy : now.approvalPolicy(),
                approvalsReviewer != null ? SettingsResolver.reviewer(approvalsReviewer) : now.approvalsReviewer(),
                policyAfter(now),
                modeAfter(now, newModel, newEffort),
                null,
                now.baseInstructions(),
                now.developerInstructions(),
                now.dynamicTools());
    }

    private List<Path> rootsAfter(TurnSettings now, Path newCwd, WorkingFolders folders) {
        if (workspaceRoots != null) {
            return folders.roots(workspaceRoots, newCwd);
        }
        if (newCwd.equals(now.cwd())) {
            return now.workspaceRoots();
        }
        var roots = new ArrayList<>(now.workspaceRoots());
        roots.replaceAll(root -> root.equals(now.cwd()) ? newCwd : root);
        return roots;
    }

    private @Nullable String tierAfter(@Nullable String now) {
        return switch (serviceTier) {
            case Patch.Keep<String> _ -> now;
            case Patch.Clear<String> _ -> "default";
            case Patch.Set<String> tier -> SettingsResolver.tierName(tier.value());
        };
    }

    private SandboxPolicy policyAfter(TurnSettings now) {
        if (permissions != null) {
            return profile(permissions);
        }
        return sandboxPolicy != null ? sandboxPolicy : now.sandboxPolicy();
    }

    /** The built-in permission profiles. */
    private static SandboxPolicy profile(String name) {
        return switch (name) {
            case ":read-only" -> new SandboxPolicy.ReadOnly(false);
            case ":workspace" -> new SandboxPolicy.WorkspaceWrite(List.of(), false, false, false);
            case ":danger-full-access", ":danger-no-sandbox" -> new SandboxPolicy.DangerFullAccess();
            default -> throw ThreadErrors.invalid("unknown permission profile `" + name + "`", "unknown_profile");
        };
    }

    private CollaborationMode modeAfter(TurnSettings now, String newModel, @Nullable ReasoningEffort newEffort) {
        var mode = collaborationMode != null ? collaborationMode : now.collaborationMode();
        var instructions = mode.settings().developerInstructions();
        if (instructions == null && collaborationMode != null) {
            instructions = instructions(mode.mode());
        }
        return new CollaborationMode(mode.mode(), new Settings(newModel, newEffort, instructions));
    }

    /** What holds in a mode where the client that chose it says nothing. */
    private static String instructions(ModeKind mode) {
        return switch (mode) {
            case PLAN -> Prompts.PLAN_MODE.text();
            case DEFAULT -> Prompts.DEFAULT_MODE.text();
        };
    }

    /** The settings of one turn: what its answer must look like holds for it alone. */
    static TurnSettings forTurn(TurnSettings settings, @Nullable RawJson outputSchema) {
        if (outputSchema == null) {
            return settings;
        }
        return new TurnSettings(
                settings.config(),
                settings.cwd(),
                settings.workspaceRoots(),
                settings.model(),
                settings.modelProviderId(),
                settings.provider(),
                settings.modelContextWindow(),
                settings.autoCompactTokenLimit(),
                settings.effort(),
                settings.summary(),
                settings.personality(),
                settings.serviceTier(),
                settings.approvalPolicy(),
                settings.approvalsReviewer(),
                settings.sandboxPolicy(),
                settings.collaborationMode(),
                outputSchema,
                settings.baseInstructions(),
                settings.developerInstructions(),
                settings.dynamicTools());
    }

    /** The settings as clients see them. */
    static ThreadSettings view(TurnSettings settings) {
        return new ThreadSettings(
                settings.cwd().toString(),
                settings.approvalPolicy(),
                settings.approvalsReviewer(),
                settings.sandboxPolicy(),
                null,
                settings.model(),
                settings.modelProviderId(),
                settings.serviceTier(),
                settings.effort(),
                settings.summary(),
                settings.collaborationMode(),
                settings.personality());
    }
}
