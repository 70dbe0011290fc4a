package dev.bobbin.protocol.v2.config;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Hooks that an administrator demands. */
public record ManagedHooksRequirements(
        @Nullable String managedDir,
        @Nullable String windowsManagedDir,
        List<ConfiguredHookMatcherGroup> PreToolUse,
        List<ConfiguredHookMatcherGroup> PermissionRequest,
        List<ConfiguredHookMatcherGroup> PostToolUse,
        List<ConfiguredHookMatcherGroup> PreCompact,
        List<ConfiguredHookMatcherGroup> PostCompact,
        List<ConfiguredHookMatcherGroup> SessionStart,
        List<ConfiguredHookMatcherGroup> UserPromptSubmit,
        List<ConfiguredHookMatcherGroup> SubagentStart,
        List<ConfiguredHookMatcherGroup> SubagentStop,
        List<ConfiguredHookMatcherGroup> Stop) {}
