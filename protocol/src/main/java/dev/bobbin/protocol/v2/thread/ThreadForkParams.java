package dev.bobbin.protocol.v2.thread;

import com.fasterxml.jackson.databind.JsonNode;
import dev.bobbin.protocol.v2.approval.ApprovalsReviewer;
import dev.bobbin.protocol.v2.approval.AskForApproval;
import dev.bobbin.protocol.v2.approval.SandboxMode;
import dev.bobbin.protocol.wire.Defaulted;
import dev.bobbin.protocol.wire.Experimental;
import dev.bobbin.protocol.wire.Patch;
import dev.bobbin.protocol.wire.PathScoped;
import dev.bobbin.protocol.wire.ThreadScoped;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Parameters of {@code thread/fork}.
 *
 * @param threadId the thread; ignored when {@code path} is given
 * @param path the rollout file, relative to the home if not absolute; an empty one counts as absent
 */
public record ThreadForkParams(
        String threadId,
        @Experimental @Nullable String path,
        @Nullable String model,
        @Nullable String modelProvider,
        Patch<String> serviceTier,
        @Nullable String cwd,
        @Experimental @Nullable List<String> runtimeWorkspaceRoots,
        @Nullable AskForApproval approvalPolicy,
        @Nullable ApprovalsReviewer approvalsReviewer,
        @Nullable SandboxMode sandbox,
        @Experimental @Nullable String permissions,
        @Nullable Map<String, JsonNode> config,
        @Nullable String baseInstructions,
        @Nullable String developerInstructions,
        @Defaulted boolean ephemeral,
        @Nullable ThreadSource threadSource,
        @Defaulted @Experimental boolean excludeTurns)
        implements ThreadSetupParams, ThreadScoped, PathScoped {
    public ThreadForkParams {
        path = path == null || path.isEmpty() ? null : path;
    }
}
