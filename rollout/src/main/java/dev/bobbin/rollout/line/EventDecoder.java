package dev.bobbin.rollout.line;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Reads the payloads of {@code event_msg} lines. What lacks a field it cannot do without reads as unknown. */
final class EventDecoder {
    private static final RawJson EMPTY_OBJECT = RawJson.of("{}");

    private EventDecoder() {}

    /** Null if it is unknown. */
    static @Nullable RolloutEvent event(EventKind kind, JsonFields fields) {
        return switch (kind) {
            case TASK_STARTED -> taskStarted(fields);
            case TASK_COMPLETE -> taskComplete(fields);
            case TURN_ABORTED ->
                new RolloutEvent.TurnAborted(
                        fields.string("turn_id"),
                        fields.string("reason", "interrupted"),
                        fields.number("completed_at"),
                        fields.number("duration_ms"));
            case USER_MESSAGE -> userMessage(fields);
            case AGENT_MESSAGE -> agentMessage(fields);
            case AGENT_REASONING -> {
                var text = fields.string("text");
                yield text == null ? null : new RolloutEvent.AgentReasoning(text);
            }
            case AGENT_REASONING_RAW_CONTENT -> {
                var text = fields.string("text");
                yield text == null ? null : new RolloutEvent.AgentReasoningRawContent(text);
            }
            case TOKEN_COUNT ->
                new RolloutEvent.TokenCount(tokenUsageInfo(fields.object("info")), fields.raw("rate_limits"));
            case CONTEXT_COMPACTED -> new RolloutEvent.ContextCompacted();
            case THREAD_ROLLED_BACK -> {
                var turns = fields.number("num_turns");
                yield turns == null || turns < 0 ? null : new RolloutEvent.ThreadRolledBack(turns);
            }
            case ENTERED_REVIEW_MODE -> {
                var target = fields.raw("target");
                yield new RolloutEvent.EnteredReviewMode(
                        target == null ? EMPTY_OBJECT : target, fields.string("user_facing_hint"));
            }
            case EXITED_REVIEW_MODE -> new RolloutEvent.ExitedReviewMode(fields.raw("review_output"));
            case PATCH_APPLY_END -> patchApplyEnd(fields);
            case MCP_TOOL_CALL_END -> mcpToolCallEnd(fields);
            case WEB_SEARCH_END -> webSearchEnd(fields);
            case IMAGE_GENERATION_END -> imageGenerationEnd(fields);
            case THREAD_GOAL_UPDATED -> threadGoalUpdated(fields);
            case ITEM_COMPLETED -> itemCompleted(fields);
            case UNKNOWN -> null;
        };
    }

    private static @Nullable RolloutEvent taskStarted(JsonFields fields) {
        var turnId = fields.string("turn_id");
        return turnId == null
                ? null
                : new RolloutEvent.TaskStarted(
                        turnId,
                        fields.string("trace_id"),
                        fields.number("started_at"),
                        fields.number("model_context_window"),
                        fields.string("collaboration_mode_kind", "default"));
    }

    private static @Nullable RolloutEvent taskComplete(JsonFields fields) {
        var turnId = fields.string("turn_id");
        return turnId == null
                ? null
                : new RolloutEvent.TaskComplete(
                        turnId,
                        fields.string("last_agent_message"),
                        fields.number("completed_at"),
                        fields.number("duration_ms"),
                        fields.number("time_to_first_token_ms"));
    }

    private static @Nullable RolloutEvent userMessage(JsonFields fields) {
        var message = fields.string("message");
        return message == null
                ? null
                : new RolloutEvent.UserMessage(
                        fields.string("client_id"),
                        message,
                        fields.strings("images"),
                        fields.raw("image_details"),
                        fields.strings("local_images"),
                        fields.raw("local_image_details"),
                        // An array without elements is written for none.
                        fields.hasElements("text_elements") ? fields.raw("text_elements") : null);
    }

    private static @Nullable RolloutEvent agentMessage(JsonFields fields) {
        var message = fields.string("message");
        return message == null
                ? null
                : new RolloutEvent.AgentMessage(message, fields.string("phase"), fields.raw("memory_citation"));
    }

    private static @Nullable TokenUsageInfo tokenUsageInfo(@Nullable JsonFields info) {
        return info == null
                ? null
                : new TokenUsageInfo(
                        tokenUsage(info.object("total_token_usage")),
                        tokenUsage(info.object("last_token_usage")),
                        info.number("model_context_window"));
    }

    private static TokenUsage tokenUsage(@Nullable JsonFields usage) {
        return usage == null
                ? new TokenUsage(0, 0, 0, 0, 0)
                : new TokenUsage(
                        numberOrZero(usage, "input_tokens"),
                        numberOrZero(usage, "cached_input_tokens"),
                        numberOrZero(usage, "output_tokens"),
                        numberOrZero(usage, "reasoning_output_tokens"),
                        numberOrZero(usage, "total_tokens"));
    }

    private static long numberOrZero(JsonFields fields, String name) {
        var number = fields.number(name);
        return number == null ? 0 : number;
    }

    private static @Nullable RolloutEvent patchApplyEnd(JsonFields fields) {
        var callId = fields.string("call_id");
        if (callId == null) {
            return null;
        }
        var success = Boolean.TRUE.equals(fields.bool("success"));
        var changes = fields.raw("changes");
        return new RolloutEvent.PatchApplyEnd(
                callId,
                fields.string("turn_id", ""),
                fields.string("stdout", ""),
                fields.string("stderr", ""),
                success,
                changes == null ? EMPTY_OBJECT : changes,
                fields.string("status", success ? "completed" : "failed"));
    }

    private static @Nullable RolloutEvent mcpToolCallEnd(JsonFields fields) {
        var callId = fields.string("call_id");
        var invocation = fields.raw("invocation");
        var result = fields.raw("result");
        if (callId == null || invocation == null || result == null) {
            return null;
        }
        var duration = fields.object("duration");
        return new RolloutEvent.McpToolCallEnd(
                callId,
                invocation,
                fields.string("mcp_app_resource_uri"),
                fields.string("plugin_id"),
                duration == null
                        ? Duration.ZERO
                        : Duration.ofSeconds(numberOrZero(duration, "secs"), numberOrZero(duration, "nanos")),
                result);
    }

    private static @Nullable RolloutEvent webSearchEnd(JsonFields fields) {
        var callId = fields.string("call_id");
        var action = fields.raw("action");
        return callId == null
                ? null
                : new RolloutEvent.WebSearchEnd(
                        callId,
                        fields.string("query", ""),
                        action == null ? RawJson.of("{\"type\":\"other\"}") : action);
    }

    private static @Nullable RolloutEvent imageGenerationEnd(JsonFields fields) {
        var callId = fields.string("call_id");
        return callId == null
                ? null
                : new RolloutEvent.ImageGenerationEnd(
                        callId,
                        fields.string("status", ""),
                        fields.string("revised_prompt"),
                        fields.string("result", ""),
                        fields.string("saved_path"));
    }

    private static @Nullable RolloutEvent threadGoalUpdated(JsonFields fields) {
        var goal = fields.raw("goal");
        return goal == null
                ? null
                : new RolloutEvent.ThreadGoalUpdated(fields.string("threadId", ""), fields.string("turnId"), goal);
    }

    private static @Nullable RolloutEvent itemCompleted(JsonFields fields) {
        var item = fields.raw("item");
        return item == null
                ? null
                : new RolloutEvent.ItemCompleted(
                        fields.string("thread_id", ""),
                        fields.string("turn_id", ""),
                        item,
                        fields.number("completed_at_ms"));
    }
}
