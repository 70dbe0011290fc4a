package dev.bobbin.appserver.config;

import java.util.Map;

/** Switches of {@code [features]}, by name. */
public record Features(Map<String, Boolean> switches) {
    /** Whether a feature is on: as switched, else as it is by default. Unknown ones are off. */
    public boolean enabled(String name) {
        var switched = switches.get(name);
        return switched == null ? enabledByDefault(name) : switched;
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
}
