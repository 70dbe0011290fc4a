package dev.bobbin.protocol.v2.thread;

import dev.bobbin.protocol.v2.approval.ActivePermissionProfile;
import dev.bobbin.protocol.v2.approval.ApprovalsReviewer;
import dev.bobbin.protocol.v2.approval.AskForApproval;
import dev.bobbin.protocol.v2.approval.SandboxPolicy;
import dev.bobbin.protocol.v2.item.ReasoningEffort;
import dev.bobbin.protocol.v2.turn.CollaborationMode;
import dev.bobbin.protocol.v2.turn.Personality;
import dev.bobbin.protocol.v2.turn.ReasoningSummary;
import dev.bobbin.protocol.wire.AbsolutePath;
import org.jspecify.annotations.Nullable;

/** The settings that a thread's next turn will use. */
public record ThreadSettings(
        @AbsolutePath String cwd,
        AskForApproval approvalPolicy,
        ApprovalsReviewer approvalsReviewer,
        SandboxPolicy sandboxPolicy,
        @Nullable ActivePermissionProfile activePermissionProfile,
        String model,
        String modelProvider,
        @Nullable String serviceTier,
        @Nullable ReasoningEffort effort,
        @Nullable ReasoningSummary summary,
        CollaborationMode collaborationMode,
        @Nullable Personality personality) {}
