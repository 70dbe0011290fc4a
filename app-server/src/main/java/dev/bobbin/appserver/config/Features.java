package dev.bobbin.appserver.config;

import java.util.List;
import java.util.Map;
import java.util.Set;

/** Switches of {@code [features]}, by name. */
public record Features(Map<String, Boolean> switches) {
    /** Those that clients may switch while the server runs. */
    public static final List<String> SWITCHABLE = List.of(
            "apps",
            "memories",
            "mentions_v2",
            "plugins",
            "remote_control",
            "remote_plugin",
            "tool_suggest",
            "tool_call_mcp_elicitation");

    /** Whether a feature is on: as switched, else as it is by default. Unknown ones are off. */
    public boolean enabled(String name) {
        var switched = switches.get(name);
        return switched == null ? enabledByDefault(name) : switched;
    }

    /** Whether there is, or was, a feature of that name in the release that this server follows. */
    public static boolean isKnown(String name) {
        return enabledByDefault(name) || OffByDefault.NAMES.contains(name);
    }

    /** Whether a feature is on when nobody switched it. */
    public static boolean enabledByDefault(String name) {
        return switch (name) {
            case "apps",
                    "browser_use",
                    "browser_use_external",
                    "collaboration_modes",
                    "computer_use",
                    "enable_request_compression",
                    "fast_mode",
                    "goals",
                    "guardian_approval",
                    "hooks",
                    "image_generation",
                    "in_app_browser",
                    "multi_agent",
                    "personality",
                    "plugin_sharing",
                    "plugins",
                    "shell_snapshot",
                    "shell_tool",
                    "skill_mcp_dependency_install",
                    "sqlite",
                    "steer",
                    "terminal_resize_reflow",
                    "tool_call_mcp_elicitation",
                    "tool_suggest",
                    "tui_app_server",
                    "unified_exec",
                    "workspace_dependencies" -> true;
            default -> false;
        };
    }

    /** Read when somebody asks for a name, which is seldom. */
    private static final class OffByDefault {
        private static final Set<String> NAMES = Set.of(
                "undo",
                "web_search",
                "shell_zsh_fork",
                "unified_exec_zsh_fork",
                "js_repl",
                "code_mode",
                "code_mode_only",
                "js_repl_tools_only",
                "web_search_request",
                "web_search_cached",
                "standalone_web_search",
                "search_tool",
                "codex_git_commit",
                "runtime_metrics",
                "memories",
                "local_thread_store_compression",
                "chronicle",
                "child_agents_md",
                "apply_patch_freeform",
                "apply_patch_streaming_events",
                "exec_permission_approvals",
                "request_permissions_tool",
                "use_linux_sandbox_bwrap",
                "use_legacy_landlock",
                "request_rule",
                "experimental_windows_sandbox",
                "elevated_windows_sandbox",
                "remote_models",
                "network_proxy",
                "multi_agent_v2",
                "enable_fanout",
                "enable_mcp_apps",
                "apps_mcp_path_override",
                "tool_search",
                "tool_search_always_defer_mcp_tools",
                "non_prefixed_mcp_tool_names",
                "unavailable_dummy_tools",
                "plugin_hooks",
                "remote_plugin",
                "external_migration",
                "imagegenext",
                "skill_env_var_dependency_prompt",
                "mentions_v2",
                "default_mode_request_user_input",
                "auth_elicitation",
                "artifact",
                "realtime_conversation",
                "remote_control",
                "image_detail_original",
                "prevent_idle_sleep",
                "workspace_owner_usage_nudge",
                "responses_websockets",
                "responses_websockets_v2",
                "responses_websocket_response_processed",
                "remote_compaction_v2");
    }
}
