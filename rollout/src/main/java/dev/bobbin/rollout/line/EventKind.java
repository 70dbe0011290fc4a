package dev.bobbin.rollout.line;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/** The {@code type} within an {@code event_msg}. */
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
    /** One that is sent but not kept; old files have some. Counts as an item and is otherwise ignored. */
    TRANSIENT(""),
    UNKNOWN("");

    private final String wireName;

    EventKind(String wireName) {
        this.wireName = wireName;
    }

    /** The type as spelled; empty for {@link #TRANSIENT} and {@link #UNKNOWN}. */
    public String wireName() {
        return wireName;
    }

    static EventKind of(String type) {
        var kind = Names.KNOWN.get(type);
        if (kind != null) {
            return kind;
        }
        return Names.TRANSIENT_TYPES.contains(type) ? TRANSIENT : UNKNOWN;
    }

    private static final class Names {
        static final Map<String, EventKind> KNOWN = new HashMap<>();
        static final Set<String> TRANSIENT_TYPES = Set.of(
                "error",
                "warning",
                "guardian_warning",
                "stream_error",
                "session_configured",
                "shutdown_complete",
                "exec_command_begin",
                "exec_command_end",
                "exec_command_output_delta",
                "exec_approval_request",
                "terminal_interaction",
                "view_image_tool_call",
                "apply_patch_approval_request",
                "patch_apply_begin",
                "patch_apply_updated",
                "mcp_tool_call_begin",
                "web_search_begin",
                "image_generation_begin",
                "dynamic_tool_call_request",
                "dynamic_tool_call_response",
                "request_user_input",
                "request_permissions",
                "elicitation_request",
                "item_started",
                "plan_update",
                "turn_diff",
                "background_event",
                "undo_started",
                "undo_completed",
                "deprecation_notice",
                "model_reroute",
                "agent_message_delta",
                "agent_reasoning_delta",
                "agent_reasoning_raw_content_delta",
                "agent_reasoning_section_break",
                "agent_message_content_delta",
                "plan_delta",
                "reasoning_content_delta",
                "reasoning_raw_content_delta",
                "raw_response_item",
                "hook_started",
                "hook_completed",
                "skills_update_available",
                "thread_name_updated",
                "mcp_startup_update",
                "mcp_startup_complete",
                "collab_agent_spawn_begin",
                "collab_agent_spawn_end",
                "collab_agent_interaction_begin",
                "collab_agent_interaction_end",
                "collab_waiting_begin",
                "collab_waiting_end",
                "collab_close_begin",
                "collab_close_end",
                "collab_resume_begin",
                "collab_resume_end");

        static {
            for (var kind : EventKind.values()) {
                if (!kind.wireName.isEmpty()) {
                    KNOWN.put(kind.wireName, kind);
                }
            }
            KNOWN.put("turn_started", TASK_STARTED);
            KNOWN.put("turn_complete", TASK_COMPLETE);
        }

        private Names() {}
    }
}
