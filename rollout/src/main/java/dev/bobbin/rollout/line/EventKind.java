package dev.bobbin.rollout.line;

/**
 * The {@code type} within an {@code event_msg}. Kinds that are announced but not kept (warnings, deltas, the beginning of
 * calls ...) are {@link #UNKNOWN}: a few old files hold some, and every reader drops them.
 */
public enum EventKind {
    TASK_STARTED("task_started"),
    TASK_COMPLETE("task_complete"),
    TURN_ABORTED("turn_aborted"),
    USER_MESSAGE("user_message"),
    AGENT_MESSAGE("agent_message"),
    AGENT_REASONING("agent_reasoning"),
    AGENT_REASONING_RAW_CONTENT("agent_reasoning_raw_content"),
    TOKEN_COUNT("token_count"),
    CONTEXT_COMPACTED("context_compacted"),
    THREAD_ROLLED_BACK("thread_rolled_back"),
    ENTERED_REVIEW_MODE("entered_review_mode"),
    EXITED_REVIEW_MODE("exited_review_mode"),
    PATCH_APPLY_END("patch_apply_end"),
    MCP_TOOL_CALL_END("mcp_tool_call_end"),
    WEB_SEARCH_END("web_search_end"),
    IMAGE_GENERATION_END("image_generation_end"),
    THREAD_GOAL_UPDATED("thread_goal_updated"),
    ITEM_COMPLETED("item_completed"),
    UNKNOWN("");

    private final String wireName;

    EventKind(String wireName) {
        this.wireName = wireName;
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
