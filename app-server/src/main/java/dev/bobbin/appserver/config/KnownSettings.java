package dev.bobbin.appserver.config;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The settings that there are, for users who want to be told of a misspelt one. Those of the peer count, used here or not. */
final class KnownSettings {
    private static final Set<String> NAMES = Set.of(
            "agents",
            "allow_login_shell",
            "analytics",
            "approval_deadline_seconds",
            "approval_policy",
            "approvals_reviewer",
            "apps",
            "apps_mcp_product_sku",
            "audio",
            "auto_review",
            "background_terminal_max_timeout",
            "chatgpt_base_url",
            "check_for_update_on_startup",
            "cli_auth_credentials_store",
            "compact_prompt",
            "compat_version",
            "compress_idle_threads",
            "debug",
            "default_permissions",
            "desktop",
            "developer_instructions",
            "disable_paste_burst",
            "durability",
            "experimental_compact_prompt_file",
            "experimental_realtime_start_instructions",
            "experimental_realtime_ws_backend_prompt",
            "experimental_realtime_ws_base_url",
            "experimental_realtime_ws_model",
            "experimental_realtime_ws_startup_context",
            "experimental_thread_config_endpoint",
            "experimental_thread_store",
            "experimental_use_unified_exec_tool",
            "features",
            "feedback",
            "file_opener",
            "forced_chatgpt_workspace_id",
            "forced_login_method",
            "ghost_snapshot",
            "hide_agent_reasoning",
            "history",
            "hooks",
            "include_apps_instructions",
            "include_collaboration_mode_instructions",
            "include_environment_context",
            "include_permissions_instructions",
            "instructions",
            "js_repl_node_module_dirs",
            "js_repl_node_path",
            "log_dir",
            "marketplaces",
            "mcp_oauth_callback_port",
            "mcp_oauth_callback_url",
            "mcp_oauth_credentials_store",
            "mcp_servers",
            "memories",
            "model",
            "model_auto_compact_token_limit",
            "model_auto_compact_token_limit_scope",
            "model_catalog_json",
            "model_context_window",
            "model_instructions_file",
            "model_provider",
            "model_providers",
            "model_reasoning_effort",
            "model_reasoning_summary",
            "model_supports_reasoning_summaries",
            "model_verbosity",
            "notice",
            "notify",
            "openai_base_url",
            "oss_provider",
            "otel",
            "permissions",
            "personality",
            "plan_mode_reasoning_effort",
            "plugins",
            "profile",
            "profiles",
            "project_doc_fallback_filenames",
            "project_doc_max_bytes",
            "project_root_markers",
            "projects",
            "realtime",
            "review_model",
            "sandbox_mode",
            "sandbox_workspace_write",
            "service_tier",
            "shell_environment_policy",
            "show_raw_agent_reasoning",
            "skills",
            "sqlite_home",
            "suppress_unstable_features_warning",
            "thread_idle_unload_seconds",
            "tool_output_token_limit",
            "tool_suggest",
            "tools",
            "tui",
            "web_search",
            "windows");

    private KnownSettings() {}

    /** The path of the first setting that there is not; null if all are known. */
    static @Nullable List<String> firstUnknown(ObjectNode tree) {
        for (var entry : tree.properties()) {
            if (!NAMES.contains(entry.getKey())) {
                return List.of(entry.getKey());
            }
        }
        for (var feature : tree.path("features").properties()) {
            if (!Features.isKnown(feature.getKey())) {
                return List.of("features", feature.getKey());
            }
        }
        return null;
    }
}
