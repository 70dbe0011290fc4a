package dev.bobbin.protocol.v2.thread;

import com.fasterxml.jackson.databind.JsonNode;
import dev.bobbin.protocol.v2.approval.ApprovalsReviewer;
import dev.bobbin.protocol.v2.approval.AskForApproval;
import dev.bobbin.protocol.v2.approval.SandboxMode;
import dev.bobbin.protocol.v2.turn.Personality;
import dev.bobbin.protocol.v2.turn.TurnEnvironmentParams;
import dev.bobbin.protocol.wire.Defaulted;
import dev.bobbin.protocol.wire.Experimental;
import dev.bobbin.protocol.wire.Patch;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Parameters of {@code thread/start}.
 *
 * @param model null for the configured model
 * @param serviceTier keep for the configured tier, clear for none
 * @param cwd null for the directory that the server runs in
 * @param runtimeWorkspaceRoots directories that count as the workspace; relative ones are below {@code cwd}
 * @param permissions a named permission profile; excludes {@code sandbox}
 * @param config overrides of the configuration, by dotted key
 * @param ephemeral whether the thread is kept in memory only
 * @param threadSource what the thread is for, as the client classes it
 * @param environments null for the default environment, empty for none
 * @param dynamicTools tools that the client runs itself
 * @param experimentalRawEvents whether raw response items are announced too
 */
public record ThreadStartParams(
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
        @Nullable String serviceName,
        @Nullable String baseInstructions,
        @Nullable String developerInstructions,
        @Nullable Personality personality,
        @Nullable Boolean ephemeral,
        @Nullable ThreadStartSource sessionStartSource,
        @Nullable ThreadSource threadSource,
        @Experimental @Nullable List<TurnEnvironmentParams> environments,
        @Experimental @Nullable List<DynamicToolSpec> dynamicTools,
        @Experimental @Nullable String mockExperimentalField,
        @Defaulted @Experimental boolean experimentalRawEvents)
        implements ThreadSetupParams {}
