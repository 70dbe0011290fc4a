package dev.bobbin.protocol.v2.approval;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.bobbin.protocol.v2.item.CommandAction;
import dev.bobbin.protocol.wire.AbsolutePath;
import dev.bobbin.protocol.wire.ThreadScoped;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Parameters of {@code item/commandExecution/requestApproval}. */
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
