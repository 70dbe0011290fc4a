package dev.bobbin.protocol.v2.thread;

import dev.bobbin.protocol.v2.approval.ActivePermissionProfile;
import dev.bobbin.protocol.v2.approval.ApprovalsReviewer;
import dev.bobbin.protocol.v2.approval.AskForApproval;
import dev.bobbin.protocol.v2.approval.SandboxPolicy;
import dev.bobbin.protocol.v2.item.ReasoningEffort;
import dev.bobbin.protocol.wire.AbsolutePath;
import dev.bobbin.protocol.wire.Defaulted;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Answer to {@code thread/start}. */
public record ThreadStartResponse(
        Thread thread,
        String model,
        String modelProvider,
        @Nullable String serviceTier,
        @AbsolutePath String cwd,
        @Defaulted @AbsolutePath List<String> runtimeWorkspaceRoots,
        @Defaulted @AbsolutePath List<String> instructionSources,
        AskForApproval approvalPolicy,
        ApprovalsReviewer approvalsReviewer,
        SandboxPolicy sandbox,
        @Nullable ActivePermissionProfile activePermissionProfile,
        @Nullable ReasoningEffort reasoningEffort) {}
