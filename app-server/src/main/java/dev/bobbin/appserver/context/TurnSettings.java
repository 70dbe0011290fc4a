package dev.bobbin.appserver.context;

import dev.bobbin.appserver.config.Config;
import dev.bobbin.appserver.config.FileRules;
import dev.bobbin.appserver.config.PermissionChoice;
import dev.bobbin.appserver.config.ProviderConfig;
import dev.bobbin.protocol.v2.approval.ApprovalsReviewer;
import dev.bobbin.protocol.v2.approval.AskForApproval;
import dev.bobbin.protocol.v2.approval.SandboxPolicy;
import dev.bobbin.protocol.v2.item.ReasoningEffort;
import dev.bobbin.protocol.v2.thread.DynamicToolSpec;
import dev.bobbin.protocol.v2.turn.CollaborationMode;
import dev.bobbin.protocol.v2.turn.Personality;
import dev.bobbin.protocol.v2.turn.ReasoningSummary;
import dev.bobbin.rollout.line.RawJson;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a turn runs with, fixed when it starts.
 *
 * @param config the configuration of the thread
 * @param cwd absolute working directory
 * @param workspaceRoots absolute folders that count as the workspace, the working directory among them
 * @param model the model's name
 * @param modelProviderId the provider's name
 * @param provider where and how to reach it
 * @param modelContextWindow tokens of context that may be used; null if unknown
 * @param autoCompactTokenLimit tokens of context from which on it is summed up; null for the usual share of the window
 * @param effort null leaves it to the model
 * @param summary null leaves it to the model
 * @param personality null for none
 * @param serviceTier null for the usual one
 * @param sandboxPolicy what the sandbox leaves open, but for what {@link #fileRules} say
 * @param permissions the permission profile in force; null if there is none
 * @param outputSchema what the final answer must look like; null for free text
 * @param baseInstructions what the model is told it is
 * @param developerInstructions what the client adds; null for nothing
 * @param dynamicTools tools that the client runs
 */
public record TurnSettings(
        Config config,
        Path cwd,
        List<Path> workspaceRoots,
        String model,
        String modelProviderId,
        ProviderConfig provider,
        @Nullable Long modelContextWindow,
        @Nullable Long autoCompactTokenLimit,
        @Nullable ReasoningEffort effort,
        @Nullable ReasoningSummary summary,
        @Nullable Personality personality,
        @Nullable String serviceTier,
        AskForApproval approvalPolicy,
        ApprovalsReviewer approvalsReviewer,
        SandboxPolicy sandboxPolicy,
        @Nullable PermissionChoice permissions,
        CollaborationMode collaborationMode,
        @Nullable RawJson outputSchema,
        String baseInstructions,
        @Nullable String developerInstructions,
        List<DynamicToolSpec> dynamicTools) {
    /** What the profile in force really allows; null if the sandbox policy says all. */
    public @Nullable FileRules fileRules() {
        return permissions == null ? null : permissions.rules();
    }

    /** Tokens of context from which on it is summed up; null for never. */
    public @Nullable Long compactionLimit() {
        if (autoCompactTokenLimit != null) {
            return autoCompactTokenLimit;
        }
        // The usable window is 95 hundredths of the whole one; compaction is due at 90.
        return modelContextWindow == null ? null : modelContextWindow * 90 / 95;
    }

    /** The same for a model that reviews: in a conversation of its own, told nothing else, and asking nobody. */
    public TurnSettings reviewing(
            String reviewModel, CollaborationMode mode, AskForApproval asking, String reviewInstructions) {
        return new TurnSettings(
                config,
                cwd,
                workspaceRoots,
                reviewModel,
                modelProviderId,
                provider,
                modelContextWindow,
                autoCompactTokenLimit,
                effort,
                summary,
                personality,
                serviceTier,
                asking,
                approvalsReviewer,
                sandboxPolicy,
                permissions,
                mode,
                null,
                reviewInstructions,
                null,
                List.of());
    }
}
