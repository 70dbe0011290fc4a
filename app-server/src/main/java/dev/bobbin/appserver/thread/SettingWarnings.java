package dev.bobbin.appserver.thread;

import dev.bobbin.appserver.context.TurnSettings;
import dev.bobbin.protocol.v2.approval.AskForApproval;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** What clients are warned of when a thread starts. */
final class SettingWarnings {
    private static final String ON_FAILURE =
            "`on-failure` approval policy is deprecated and will be removed in a future release. Use `on-request` for"
                    + " interactive approvals or `never` for non-interactive runs.";

    private SettingWarnings() {}

    /** Features that the peer calls unfinished. Loaded only where features are switched at all. */
    private static final class Unfinished {
        static final Set<String> FEATURES = Set.of(
                "apply_patch_streaming_events",
                "apps_mcp_path_override",
                "artifact",
                "auth_elicitation",
                "child_agents_md",
                "chronicle",
                "code_mode",
                "code_mode_only",
                "default_mode_request_user_input",
                "enable_fanout",
                "enable_mcp_apps",
                "exec_permission_approvals",
                "imagegenext",
                "local_thread_store_compression",
                "multi_agent_v2",
                "non_prefixed_mcp_tool_names",
                "realtime_conversation",
                "remote_compaction_v2",
                "remote_plugin",
                "request_permissions_tool",
                "responses_websocket_response_processed",
                "runtime_metrics",
                "shell_zsh_fork",
                "standalone_web_search",
                "tool_search_always_defer_mcp_tools",
                "unified_exec_zsh_fork");
    }

    /** In the order in which they are told. */
    static List<String> of(TurnSettings settings) {
        var warnings = new ArrayList<String>();
        var config = settings.config();
        var switched = config.raw().path("features");
        if (!switched.isEmpty()
                && !config.raw().path("suppress_unstable_features_warning").asBoolean()) {
            var unfinished = new ArrayList<String>();
            switched.fieldNames().forEachRemaining(name -> {
                if (Unfinished.FEATURES.contains(name) && config.features().enabled(name)) {
                    unfinished.add(name);
                }
            });
            if (!unfinished.isEmpty()) {
                warnings.add("Under-development features enabled: " + String.join(", ", unfinished)
                        + ". Under-development features are incomplete and may behave unpredictably. To suppress this"
                        + " warning, set `suppress_unstable_features_warning = true` in "
                        + config.codexHome().resolve("config.toml") + ".");
            }
        }
        if (settings.approvalPolicy() instanceof AskForApproval.OnFailure) {
            warnings.add(ON_FAILURE);
        }
        if (settings.permissions() != null) {
            warnings.addAll(settings.permissions().warnings());
        }
        return warnings;
    }
}
