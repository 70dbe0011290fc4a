package dev.bobbin.appserver.thread;

import dev.bobbin.appserver.config.ConfigException;
import dev.bobbin.appserver.config.PermissionChoice;
import dev.bobbin.appserver.context.Prompts;
import dev.bobbin.appserver.context.TurnSettings;
import dev.bobbin.protocol.json.WireJson;
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
import java.util.Arrays;
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
        var chosen = permissionsAfter(now);
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
                policyAfter(now, chosen),
                chosen,
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
        if (serviceTier instanceof Patch.Set<String> tier) {
            return SettingsResolver.tierName(tier.value());
        }
        return serviceTier instanceof Patch.Keep ? now : "default";
    }

    /** The profile in force after this change: a sandbox policy of its own takes the place of any. */
    private @Nullable PermissionChoice permissionsAfter(TurnSettings now) {
        if (permissions == null) {
            return sandboxPolicy == null ? now.permissions() : null;
        }
        try {
            return now.config().profiles().choose(permissions);
        } catch (ConfigException e) {
            throw ThreadErrors.invalid(String.valueOf(e.getMessage()), "invalid_configuration");
        }
    }

    private SandboxPolicy policyAfter(TurnSettings now, @Nullable PermissionChoice chosen) {
        if (permissions != null && chosen != null) {
            return chosen.policy();
        }
        return sandboxPolicy != null ? sandboxPolicy : now.sandboxPolicy();
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
                settings.permissions(),
                settings.collaborationMode(),
                outputSchema,
                settings.baseInstructions(),
                settings.developerInstructions(),
                settings.dynamicTools());
    }

    /** Whether clients see the same in both. */
    static boolean looksAlike(ThreadSettings a, ThreadSettings b) {
        return Arrays.equals(WireJson.encode(a), WireJson.encode(b));
    }

    /** The settings as clients see them. */
    static ThreadSettings view(TurnSettings settings) {
        return new ThreadSettings(
                settings.cwd().toString(),
                settings.approvalPolicy(),
                settings.approvalsReviewer(),
                settings.sandboxPolicy(),
                settings.permissions() == null ? null : settings.permissions().active(),
                settings.model(),
                settings.modelProviderId(),
                settings.serviceTier(),
                settings.effort(),
                settings.summary(),
                settings.collaborationMode(),
                settings.personality());
    }
}
