package dev.bobbin.protocol.v2.approval;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.bobbin.protocol.v2.item.CommandAction;
import dev.bobbin.protocol.wire.AbsolutePath;
import dev.bobbin.protocol.wire.ThreadScoped;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Parameters of {@code item/commandExecution/requestApproval}. Absent components are left out.
 *
 * @param startedAtMs Unix milliseconds
 * @param approvalId tells apart several questions about one item
 * @param command null when the question is about a network connection
 * @param proposedExecpolicyAmendment the beginning of commands that the user may allow for good
 * @param availableDecisions the answers to offer, in order
 */
public record CommandExecutionRequestApprovalParams(
        String threadId,
        String turnId,
        String itemId,
        long startedAtMs,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String approvalId,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String reason,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable NetworkApprovalContext networkApprovalContext,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String command,

        @JsonInclude(JsonInclude.Include.NON_NULL) @AbsolutePath @Nullable
        String cwd,

        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable List<CommandAction> commandActions,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable AdditionalPermissionProfile additionalPermissions,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable List<String> proposedExecpolicyAmendment,

        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable
        List<NetworkPolicyAmendment> proposedNetworkPolicyAmendments,

        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable List<CommandExecutionApprovalDecision> availableDecisions)
        implements ThreadScoped {}
