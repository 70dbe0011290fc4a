package dev.bobbin.rollout.line;

import java.util.HashMap;
import java.util.Map;

/**
 * The {@code type} within an {@code event_msg}. Kinds that are announced but not kept (warnings, deltas, the beginning of
 * calls ...) are {@link #UNKNOWN}: a few old files hold some, and every reader drops them.
 */
public enum EventKind {
    TASK_STARTED("task_started", RolloutEvent.TaskStarted.class),
    TASK_COMPLETE("task_complete", RolloutEvent.TaskComplete.class),
    TURN_ABORTED("turn_aborted", RolloutEvent.TurnAborted.class),
    USER_MESSAGE("user_message", RolloutEvent.UserMessage.class),
    AGENT_MESSAGE("agent_message", RolloutEvent.AgentMessage.class),
    AGENT_REASONING("agent_reasoning", RolloutEvent.AgentReasoning.class),
    AGENT_REASONING_RAW_CONTENT("agent_reasoning_raw_content", RolloutEvent.AgentReasoningRawContent.class),
    TOKEN_COUNT("token_count", RolloutEvent.TokenCount.class),
    CONTEXT_COMPACTED("context_compacted", RolloutEvent.ContextCompacted.class),
    THREAD_ROLLED_BACK("thread_rolled_back", RolloutEvent.ThreadRolledBack.class),
    ENTERED_REVIEW_MODE("entered_review_mode", RolloutEvent.EnteredReviewMode.class),
    EXITED_REVIEW_MODE("exited_review_mode", RolloutEvent.ExitedReviewMode.class),
    PATCH_APPLY_END("patch_apply_end", RolloutEvent.PatchApplyEnd.class),
    MCP_TOOL_CALL_END("mcp_tool_call_end", RolloutEvent.McpToolCallEnd.class),
    WEB_SEARCH_END("web_search_end", RolloutEvent.WebSearchEnd.class),
    IMAGE_GENERATION_END("image_generation_end", RolloutEvent.ImageGenerationEnd.class),
    THREAD_GOAL_UPDATED("thread_goal_updated", RolloutEvent.ThreadGoalUpdated.class),
    ITEM_COMPLETED("item_completed", RolloutEvent.ItemCompleted.class),
    UNKNOWN("", RolloutEvent.UnknownEvent.class);

    private static final Map<Class<?>, EventKind> BY_TYPE = HashMap.newHashMap(values().length);

    static {
        for (var kind : values()) {
            BY_TYPE.put(kind.type, kind);
        }
    }

    private final String wireName;
    private final Class<? extends RolloutEvent> type;

    EventKind(String wireName, Class<? extends RolloutEvent> type) {
        this.wireName = wireName;
        this.type = type;
    }

    /** The kind of an event by its class; all have one. */
    static EventKind of(Class<? extends RolloutEvent> type) {
        var kind = BY_TYPE.get(type);
        if (kind == null) {
            throw new IllegalArgumentException(type + " has no kind");
        }
        return kind;
    }

    /** The type as spelled; empty for {@link #UNKNOWN}. */
    public String wireName() {
        return wireName;
    }

    static EventKind of(String type) {
        return switch (type) {
            case "turn_started" -> TASK_STARTED;
            case "turn_complete" -> TASK_COMPLETE;
            default -> named(type);
        };
    }

    private static EventKind named(String type) {
        for (var kind : values()) {
            if (kind != UNKNOWN && kind.wireName.equals(type)) {
                return kind;
            }
        }
        return UNKNOWN;
    }
}
