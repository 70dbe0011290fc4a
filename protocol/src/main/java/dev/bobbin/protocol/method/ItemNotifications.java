package dev.bobbin.protocol.method;

import dev.bobbin.protocol.v2.approval.ItemGuardianApprovalReviewCompletedNotification;
import dev.bobbin.protocol.v2.approval.ItemGuardianApprovalReviewStartedNotification;
import dev.bobbin.protocol.v2.item.AgentMessageDeltaNotification;
import dev.bobbin.protocol.v2.item.CommandExecutionOutputDeltaNotification;
import dev.bobbin.protocol.v2.item.FileChangeOutputDeltaNotification;
import dev.bobbin.protocol.v2.item.FileChangePatchUpdatedNotification;
import dev.bobbin.protocol.v2.item.ItemCompletedNotification;
import dev.bobbin.protocol.v2.item.ItemStartedNotification;
import dev.bobbin.protocol.v2.item.McpToolCallProgressNotification;
import dev.bobbin.protocol.v2.item.PlanDeltaNotification;
import dev.bobbin.protocol.v2.item.RawResponseItemCompletedNotification;
import dev.bobbin.protocol.v2.item.ReasoningSummaryPartAddedNotification;
import dev.bobbin.protocol.v2.item.ReasoningSummaryTextDeltaNotification;
import dev.bobbin.protocol.v2.item.ReasoningTextDeltaNotification;
import dev.bobbin.protocol.v2.item.TerminalInteractionNotification;
import org.jspecify.annotations.Nullable;

/** What happens to the items of a turn. */
public interface ItemNotifications {
    /** {@code item/started} */
    Notification<ItemStartedNotification> ITEM_STARTED =
            new Notification<>("item/started", ItemStartedNotification.class);

    /** {@code item/autoApprovalReview/started} */
    Notification<ItemGuardianApprovalReviewStartedNotification> ITEM_AUTO_APPROVAL_REVIEW_STARTED =
            new Notification<>("item/autoApprovalReview/started", ItemGuardianApprovalReviewStartedNotification.class);

    /** {@code item/autoApprovalReview/completed} */
    Notification<ItemGuardianApprovalReviewCompletedNotification> ITEM_AUTO_APPROVAL_REVIEW_COMPLETED =
            new Notification<>(
                    "item/autoApprovalReview/completed", ItemGuardianApprovalReviewCompletedNotification.class);

    /** {@code item/completed} */
    Notification<ItemCompletedNotification> ITEM_COMPLETED =
            new Notification<>("item/completed", ItemCompletedNotification.class);

    /** {@code rawResponseItem/completed} */
    Notification<RawResponseItemCompletedNotification> RAW_RESPONSE_ITEM_COMPLETED =
            new Notification<>("rawResponseItem/completed", RawResponseItemCompletedNotification.class);

    /** {@code item/agentMessage/delta} */
    Notification<AgentMessageDeltaNotification> ITEM_AGENT_MESSAGE_DELTA =
            new Notification<>("item/agentMessage/delta", AgentMessageDeltaNotification.class);

    /** {@code item/plan/delta} */
    Notification<PlanDeltaNotification> ITEM_PLAN_DELTA =
            new Notification<>("item/plan/delta", PlanDeltaNotification.class);

    /** {@code item/commandExecution/outputDelta} */
    Notification<CommandExecutionOutputDeltaNotification> ITEM_COMMAND_EXECUTION_OUTPUT_DELTA =
            new Notification<>("item/commandExecution/outputDelta", CommandExecutionOutputDeltaNotification.class);

    /** {@code item/commandExecution/terminalInteraction} */
    Notification<TerminalInteractionNotification> ITEM_COMMAND_EXECUTION_TERMINAL_INTERACTION =
            new Notification<>("item/commandExecution/terminalInteraction", TerminalInteractionNotification.class);

    /** {@code item/fileChange/outputDelta} */
    Notification<FileChangeOutputDeltaNotification> ITEM_FILE_CHANGE_OUTPUT_DELTA =
            new Notification<>("item/fileChange/outputDelta", FileChangeOutputDeltaNotification.class);

    /** {@code item/fileChange/patchUpdated} */
    Notification<FileChangePatchUpdatedNotification> ITEM_FILE_CHANGE_PATCH_UPDATED =
            new Notification<>("item/fileChange/patchUpdated", FileChangePatchUpdatedNotification.class);

    /** {@code item/mcpToolCall/progress} */
    Notification<McpToolCallProgressNotification> ITEM_MCP_TOOL_CALL_PROGRESS =
            new Notification<>("item/mcpToolCall/progress", McpToolCallProgressNotification.class);

    /** {@code item/reasoning/summaryTextDelta} */
    Notification<ReasoningSummaryTextDeltaNotification> ITEM_REASONING_SUMMARY_TEXT_DELTA =
            new Notification<>("item/reasoning/summaryTextDelta", ReasoningSummaryTextDeltaNotification.class);

    /** {@code item/reasoning/summaryPartAdded} */
    Notification<ReasoningSummaryPartAddedNotification> ITEM_REASONING_SUMMARY_PART_ADDED =
            new Notification<>("item/reasoning/summaryPartAdded", ReasoningSummaryPartAddedNotification.class);

    /** {@code item/reasoning/textDelta} */
    Notification<ReasoningTextDeltaNotification> ITEM_REASONING_TEXT_DELTA =
            new Notification<>("item/reasoning/textDelta", ReasoningTextDeltaNotification.class);

    /** The row with this wire name, or null. */
    static @Nullable Notification<?> named(String name) {
        return switch (name) {
            case "item/started" -> ITEM_STARTED;
            case "item/autoApprovalReview/started" -> ITEM_AUTO_APPROVAL_REVIEW_STARTED;
            case "item/autoApprovalReview/completed" -> ITEM_AUTO_APPROVAL_REVIEW_COMPLETED;
            case "item/completed" -> ITEM_COMPLETED;
            case "rawResponseItem/completed" -> RAW_RESPONSE_ITEM_COMPLETED;
            case "item/agentMessage/delta" -> ITEM_AGENT_MESSAGE_DELTA;
            case "item/plan/delta" -> ITEM_PLAN_DELTA;
            case "item/commandExecution/outputDelta" -> ITEM_COMMAND_EXECUTION_OUTPUT_DELTA;
            case "item/commandExecution/terminalInteraction" -> ITEM_COMMAND_EXECUTION_TERMINAL_INTERACTION;
            case "item/fileChange/outputDelta" -> ITEM_FILE_CHANGE_OUTPUT_DELTA;
            case "item/fileChange/patchUpdated" -> ITEM_FILE_CHANGE_PATCH_UPDATED;
            case "item/mcpToolCall/progress" -> ITEM_MCP_TOOL_CALL_PROGRESS;
            case "item/reasoning/summaryTextDelta" -> ITEM_REASONING_SUMMARY_TEXT_DELTA;
            case "item/reasoning/summaryPartAdded" -> ITEM_REASONING_SUMMARY_PART_ADDED;
            case "item/reasoning/textDelta" -> ITEM_REASONING_TEXT_DELTA;
            default -> null;
        };
    }
}
