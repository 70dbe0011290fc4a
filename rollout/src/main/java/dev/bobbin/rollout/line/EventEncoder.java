package dev.bobbin.rollout.line;

import dev.bobbin.rollout.line.RolloutEvent.AgentMessage;
import dev.bobbin.rollout.line.RolloutEvent.AgentReasoning;
import dev.bobbin.rollout.line.RolloutEvent.AgentReasoningRawContent;
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
        var kind = event.kind();
        out.beginObject().field("type", kind.wireName());
        switch (kind) {
            case TASK_STARTED -> taskStarted((TaskStarted) event, out);
            case TASK_COMPLETE -> taskComplete((TaskComplete) event, out);
            case TURN_ABORTED -> turnAborted((TurnAborted) event, out);
            case USER_MESSAGE -> userMessage((UserMessage) event, out);
            case AGENT_MESSAGE -> agentMessage((AgentMessage) event, out);
            case AGENT_REASONING -> out.field("text", ((AgentReasoning) event).text());
            case AGENT_REASONING_RAW_CONTENT -> out.field("text", ((AgentReasoningRawContent) event).text());
            case TOKEN_COUNT -> tokenCount((TokenCount) event, out);
            case THREAD_ROLLED_BACK -> out.field("num_turns", Long.valueOf(((ThreadRolledBack) event).numTurns()));
            case ENTERED_REVIEW_MODE -> enteredReview((EnteredReviewMode) event, out);
            case EXITED_REVIEW_MODE -> out.field("review_output", ((ExitedReviewMode) event).reviewOutput());
            case PATCH_APPLY_END -> patchApplyEnd((PatchApplyEnd) event, out);
            case MCP_TOOL_CALL_END -> mcpToolCallEnd((McpToolCallEnd) event, out);
            case WEB_SEARCH_END -> webSearchEnd((WebSearchEnd) event, out);
            case IMAGE_GENERATION_END -> imageGenerationEnd((ImageGenerationEnd) event, out);
            case THREAD_GOAL_UPDATED -> threadGoalUpdated((ThreadGoalUpdated) event, out);
            case ITEM_COMPLETED -> itemCompleted((ItemCompleted) event, out);
            case CONTEXT_COMPACTED, UNKNOWN -> {}
        }
        out.endObject();
    }

    private static void agentMessage(AgentMessage e, LineBuffer out) {
        out.field("message", e.message()).field("phase", e.phase()).field("memory_citation", e.memoryCitation());
    }

    private static void enteredReview(EnteredReviewMode e, LineBuffer out) {
        out.field("target", e.target()).optional("user_facing_hint", e.userFacingHint());
    }

    private static void webSearchEnd(WebSearchEnd e, LineBuffer out) {
        out.field("call_id", e.callId()).field("query", e.query()).field("action", e.action());
    }

    private static void threadGoalUpdated(ThreadGoalUpdated e, LineBuffer out) {
        out.field("threadId", e.threadId()).optional("turnId", e.turnId()).field("goal", e.goal());
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
