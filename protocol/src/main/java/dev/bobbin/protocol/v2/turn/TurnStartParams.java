package dev.bobbin.protocol.v2.turn;

import com.fasterxml.jackson.databind.JsonNode;
import dev.bobbin.protocol.v2.approval.ApprovalsReviewer;
import dev.bobbin.protocol.v2.approval.AskForApproval;
import dev.bobbin.protocol.v2.approval.SandboxPolicy;
import dev.bobbin.protocol.v2.item.ReasoningEffort;
import dev.bobbin.protocol.v2.item.UserInput;
import dev.bobbin.protocol.wire.Experimental;
import dev.bobbin.protocol.wire.Patch;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Parameters of {@code turn/start}. What is set here holds for later turns too, except for {@code outputSchema}.
 *
 * @param clientUserMessageId the client's own id for the message, echoed as the item's {@code clientId}
 * @param input may be empty
 * @param cwd the working directory from now on
 * @param permissions a named permission profile; excludes {@code sandboxPolicy}
 * @param serviceTier keep, clear or replace the tier
 * @param outputSchema a JSON schema that the final message of this turn must fit
 * @param collaborationMode takes precedence over model, effort and instructions
 */
public record TurnStartParams(
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
        @Experimental @Nullable CollaborationMode collaborationMode)
        implements TurnRequestParams {}
