package dev.bobbin.protocol.v2.plugin;

/** Somebody whom to share a plugin with. */
public record PluginShareTarget(
        PluginSharePrincipalType principalType, String principalId, PluginShareTargetRole role) {}
