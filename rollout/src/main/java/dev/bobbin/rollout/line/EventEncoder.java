package dev.bobbin.rollout.line;

import dev.bobbin.rollout.line.RolloutEvent.AgentMessage;
import dev.bobbin.rollout.line.RolloutEvent.AgentReasoning;
import dev.bobbin.rollout.line.RolloutEvent.AgentReasoningRawContent;
import dev.bobbin.rollout.line.RolloutEvent.ContextCompacted;
import dev.bobbin.rollout.line.RolloutEvent.EnteredReviewMode;
import dev.bobbin.rollout.line.RolloutEvent.ExitedReviewMode;
import dev.bobbin.rollout.line.RolloutEvent.ImageGenerationEnd;
import dev.bobbin.rollout.line.RolloutEvent.ItemCompleted;
import dev.bobbin.rollout.line.RolloutEvent.McpToolCallEnd;
import dev.bobbin.rollout.line.RolloutEvent.PatchApplyEnd;
import dev.bobbin.rollout.line.RolloutEvent.TaskComplete;
import dev.bobbin.rollout.line.RolloutEvent.TaskStarted;
import dev.bobbin.rollout.line.RolloutEvent.ThreadGoalUpdated;
import dev.bobbin.rollout.line.RolloutEvent.ThreadRolledBack;
import dev.bobbin.rollout.line.RolloutEvent.TokenCount;
import dev.bobbin.rollout.line.RolloutEvent.TurnAborted;
import dev.bobbin.rollout.line.RolloutEvent.UnknownEvent;
import dev.bobbin.rollout.line.RolloutEvent.UserMessage;
import dev.bobbin.rollout.line.RolloutEvent.WebSearchEnd;

/** Writes the payloads of {@code event_msg} lines. */
final class EventEncoder {
    private EventEncoder() {}

    static void payload(RolloutEvent event, LineBuffer out) {
        if (event instanceof UnknownEvent unknown) {
            out.json(unknown.payload());
            return;
        }
        out.beginObject().field("type", kindOf(event).wireName());
        switch (event) {
            case TaskStarted e -> taskStarted(e, out);
            case TaskComplete e -> taskComplete(e, out);
            case TurnAborted e -> turnAborted(e, out);
            case UserMessage e -> userMessage(e, out);
            case AgentMessage e ->
                out.field("message", e.message())
                        .field("phase", e.phase())
                        .field("memory_citation", e.memoryCitation());
            case AgentReasoning e -> out.field("text", e.text());
            case AgentReasoningRawContent e -> out.field("text", e.text());
            case TokenCount e -> tokenCount(e, out);
            case ContextCompacted _ -> {}
            case ThreadRolledBack e -> out.field("num_turns", Long.valueOf(e.numTurns()));
            case EnteredReviewMode e ->
                out.field("target", e.target()).optional("user_facing_hint", e.userFacingHint());
            case ExitedReviewMode e -> out.field("review_output", e.reviewOutput());
            case PatchApplyEnd e -> patchApplyEnd(e, out);
            case McpToolCallEnd e -> mcpToolCallEnd(e, out);
            case WebSearchEnd e ->
                out.field("call_id", e.callId()).field("query", e.query()).field("action", e.action());
            case ImageGenerationEnd e -> imageGenerationEnd(e, out);
            case ThreadGoalUpdated e ->
                out.field("threadId", e.threadId())
                        .optional("turnId", e.turnId())
                        .field("goal", e.goal());
            case ItemCompleted e -> itemCompleted(e, out);
            case UnknownEvent _ -> {}
        }
        out.endObject();
    }

    static EventKind kindOf(RolloutEvent event) {
        return switch (event) {
            case TaskStarted _ -> EventKind.TASK_STARTED;
            case TaskComplete _ -> EventKind.TASK_COMPLETE;
            case TurnAborted _ -> EventKind.TURN_ABORTED;
            case UserMessage _ -> EventKind.USER_MESSAGE;
            case AgentMessage _ -> EventKind.AGENT_MESSAGE;
            case AgentReasoning _ -> EventKind.AGENT_REASONING;
            case AgentReasoningRawContent _ -> EventKind.AGENT_REASONING_RAW_CONTENT;
            case TokenCount _ -> EventKind.TOKEN_COUNT;
            case ContextCompacted _ -> EventKind.CONTEXT_COMPACTED;
            case ThreadRolledBack _ -> EventKind.THREAD_ROLLED_BACK;
            case EnteredReviewMode _ -> EventKind.ENTERED_REVIEW_MODE;
            case ExitedReviewMode _ -> EventKind.EXITED_REVIEW_MODE;
            case PatchApplyEnd _ -> EventKind.PATCH_APPLY_END;
            case McpToolCallEnd _ -> EventKind.MCP_TOOL_CALL_END;
            case WebSearchEnd _ -> EventKind.WEB_SEARCH_END;
            case ImageGenerationEnd _ -> EventKind.IMAGE_GENERATION_END;
            case ThreadGoalUpdated _ -> EventKind.THREAD_GOAL_UPDATED;
            case ItemCompleted _ -> EventKind.ITEM_COMPLETED;
            case UnknownEvent _ -> EventKind.UNKNOWN;
        };
    }

    private static void taskStarted(TaskStarted e, LineBuffer out) {
        out.field("turn_id", e.turnId())
                .optional("trace_id", e.traceId())
                .optional("started_at", e.startedAt())
                .field("model_context_window", e.modelContextWindow())
                .field("collaboration_mode_kind", e.collaborationModeKind());
    }

    private static void taskComplete(TaskComplete e, LineBuffer out) {
        out.field("turn_id", e.turnId())
                .field("last_agent_message", e.lastAgentMessage())
                .optional("completed_at", e.completedAt())
                .optional("duration_ms", e.durationMs())
                .optional("time_to_first_token_ms", e.timeToFirstTokenMs());
    }

    private static void turnAborted(TurnAborted e, LineBuffer out) {
        out.field("turn_id", e.turnId())
                .field("reason", e.reason())
                .optional("completed_at", e.completedAt())
                .optional("duration_ms", e.durationMs());
    }

    private static void userMessage(UserMessage e, LineBuffer out) {
        out.optional("client_id", e.clientId())
                .field("message", e.message())
                .field("images")
                .strings(e.images())
                .optional("image_details", e.imageDetails())
                .field("local_images")
                .strings(e.localImages())
                .optional("local_image_details", e.localImageDetails())
                .field("text_elements");
        var elements = e.textElements();
        if (elements == null) {
            out.ascii("[]");
        } else {
            out.json(elements);
        }
    }

    private static void tokenCount(TokenCount e, LineBuffer out) {
        var info = e.info();
        out.field("info");
        if (info == null) {
            out.ascii("null");
        } else {
            usage(out.beginObject().field("total_token_usage"), info.total());
            usage(out.field("last_token_usage"), info.last());
            out.field("model_context_window", info.modelContextWindow()).endObject();
        }
        out.field("rate_limits", e.rateLimits());
    }

    private static void usage(LineBuffer out, TokenUsage usage) {
        out.beginObject()
                .field("input_tokens", Long.valueOf(usage.inputTokens()))
                .field("cached_input_tokens", Long.valueOf(usage.cachedInputTokens()))
                .field("output_tokens", Long.valueOf(usage.outputTokens()))
                .field("reasoning_output_tokens", Long.valueOf(usage.reasoningOutputTokens()))
                .field("total_tokens", Long.valueOf(usage.totalTokens()))
                .endObject();
    }

    private static void patchApplyEnd(PatchApplyEnd e, LineBuffer out) {
        out.field("call_id", e.callId())
                .field("turn_id", e.turnId())
                .field("stdout", e.stdout())
                .field("stderr", e.stderr())
                .field("success")
                .bool(e.success())
                .field("changes", e.changes())
                .field("status", e.status());
    }

    private static void mcpToolCallEnd(McpToolCallEnd e, LineBuffer out) {
        out.field("call_id", e.callId())
                .field("invocation", e.invocation())
                .optional("mcp_app_resource_uri", e.mcpAppResourceUri())
                .optional("plugin_id", e.pluginId())
                .field("duration")
                .beginObject()
                .field("secs", Long.valueOf(e.duration().toSeconds()))
                .field("nanos", Long.valueOf(e.duration().toNanosPart()))
                .endObject()
                .field("result", e.result());
    }

    private static void imageGenerationEnd(ImageGenerationEnd e, LineBuffer out) {
        out.field("call_id", e.callId())
                .field("status", e.status())
                .optional("revised_prompt", e.revisedPrompt())
                .field("result", e.result())
                .optional("saved_path", e.savedPath());
    }

    private static void itemCompleted(ItemCompleted e, LineBuffer out) {
        out.field("thread_id", e.threadId())
                .field("turn_id", e.turnId())
                .field("item", e.item())
                .optional("completed_at_ms", e.completedAtMs());
    }
}
