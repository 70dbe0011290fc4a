package dev.bobbin.protocol.v2.thread;

import com.fasterxml.jackson.databind.JsonNode;
import dev.bobbin.protocol.v2.approval.ApprovalsReviewer;
import dev.bobbin.protocol.v2.approval.AskForApproval;
import dev.bobbin.protocol.v2.approval.SandboxMode;
import dev.bobbin.protocol.v2.turn.Personality;
import dev.bobbin.protocol.wire.Patch;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What starting, resuming and forking a thread can ask for, on top of the configuration. Null leaves a setting to the
 * configuration, or to what the thread last used.
 */
public interface ThreadSetupParams {
    @Nullable
    String model();

    @Nullable
    String modelProvider();

    Patch<String> serviceTier();

    @Nullable
    String cwd();

    @Nullable
    List<String> runtimeWorkspaceRoots();

    @Nullable
    AskForApproval approvalPolicy();

    @Nullable
    ApprovalsReviewer approvalsReviewer();

    @Nullable
    SandboxMode sandbox();

    @Nullable
    String permissions();

    @Nullable
    Map<String, JsonNode> config();

    @Nullable
    String baseInstructions();

    @Nullable
    String developerInstructions();

    /** Null also where a request cannot say it. */
    default @Nullable Personality personality() {
        return null;
    }

    /** Null also where a request cannot say it. */
    default @Nullable List<DynamicToolSpec> dynamicTools() {
        return null;
    }
}
