package dev.bobbin.protocol.v2.turn;

import dev.bobbin.protocol.v2.approval.ApprovalsReviewer;
import dev.bobbin.protocol.v2.approval.AskForApproval;
import dev.bobbin.protocol.v2.approval.SandboxPolicy;
import dev.bobbin.protocol.v2.item.ReasoningEffort;
import dev.bobbin.protocol.wire.Patch;
import dev.bobbin.protocol.wire.ThreadScoped;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Parameters that change what a thread's turns run with, from now on. Null keeps a setting. */
public interface TurnSettingsParams extends ThreadScoped {
    @Nullable
    String cwd();

    /** Null also where a request cannot say it. */
    default @Nullable List<String> runtimeWorkspaceRoots() {
        return null;
    }

    @Nullable
    AskForApproval approvalPolicy();

    @Nullable
    ApprovalsReviewer approvalsReviewer();

    @Nullable
    SandboxPolicy sandboxPolicy();

    @Nullable
    String permissions();

    @Nullable
    String model();

    Patch<String> serviceTier();

    @Nullable
    ReasoningEffort effort();

    @Nullable
    ReasoningSummary summary();

    @Nullable
    Personality personality();

    @Nullable
    CollaborationMode collaborationMode();
}
