package dev.bobbin.protocol.v2.thread;

import dev.bobbin.protocol.v2.approval.ApprovalsReviewer;
import dev.bobbin.protocol.v2.approval.AskForApproval;
import dev.bobbin.protocol.v2.approval.SandboxPolicy;
import dev.bobbin.protocol.v2.item.ReasoningEffort;
import dev.bobbin.protocol.v2.turn.CollaborationMode;
import dev.bobbin.protocol.v2.turn.Personality;
import dev.bobbin.protocol.v2.turn.ReasoningSummary;
import dev.bobbin.protocol.v2.turn.TurnSettingsParams;
import dev.bobbin.protocol.wire.Patch;
import org.jspecify.annotations.Nullable;

/** Parameters of {@code thread/settings/update}. */
public record ThreadSettingsUpdateParams(
        String threadId,
        @Nullable String cwd,
        @Nullable AskForApproval approvalPolicy,
        @Nullable ApprovalsReviewer approvalsReviewer,
        @Nullable SandboxPolicy sandboxPolicy,
        @Nullable String permissions,
        @Nullable String model,
        Patch<String> serviceTier,
        @Nullable ReasoningEffort effort,
        @Nullable ReasoningSummary summary,
        @Nullable CollaborationMode collaborationMode,
        @Nullable Personality personality)
        implements TurnSettingsParams {}
