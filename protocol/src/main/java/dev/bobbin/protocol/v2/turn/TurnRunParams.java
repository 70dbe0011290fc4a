package dev.bobbin.protocol.v2.turn;

import com.fasterxml.jackson.databind.JsonNode;
import dev.bobbin.protocol.v2.approval.ApprovalsReviewer;
import dev.bobbin.protocol.v2.approval.AskForApproval;
import dev.bobbin.protocol.v2.approval.SandboxPolicy;
import dev.bobbin.protocol.v2.item.ReasoningEffort;
import dev.bobbin.protocol.v2.item.UserInput;
import dev.bobbin.protocol.wire.Experimental;
import dev.bobbin.protocol.wire.Patch;
import dev.bobbin.protocol.wire.WireInt;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Parameters of {@code turn/run}, which the peer does not have: {@code turn/start} that answers when the turn has ended.
 *
 * @param timeoutMs how long the turn may take before it is interrupted; null for no limit
 */
public record TurnRunParams(
        String threadId,
        @Nullable String clientUserMessageId,
        List<UserInput> input,
        @Experimental @Nullable Map<String, String> responsesapiClientMetadata,
        @Experimental @Nullable Map<String, AdditionalContextEntry> additionalContext,
        @Experimental @Nullable List<TurnEnvironmentParams> environments,
        @Nullable String cwd,
        @Experimental @Nullable List<String> runtimeWorkspaceRoots,
        @Nullable AskForApproval approvalPolicy,
        @Nullable ApprovalsReviewer approvalsReviewer,
        @Nullable SandboxPolicy sandboxPolicy,
        @Experimental @Nullable String permissions,
        @Nullable String model,
        Patch<String> serviceTier,
        @Nullable ReasoningEffort effort,
        @Nullable ReasoningSummary summary,
        @Nullable Personality personality,
        @Nullable JsonNode outputSchema,
        @Experimental @Nullable CollaborationMode collaborationMode,
        @WireInt("u64") @Nullable Long timeoutMs)
        implements TurnRequestParams {}
