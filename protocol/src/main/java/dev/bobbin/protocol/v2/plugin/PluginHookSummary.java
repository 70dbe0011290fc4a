package dev.bobbin.protocol.v2.plugin;

import dev.bobbin.protocol.v2.hook.HookEventName;

/** A hook that a plugin brings. */
public record PluginHookSummary(String key, HookEventName eventName) {}
