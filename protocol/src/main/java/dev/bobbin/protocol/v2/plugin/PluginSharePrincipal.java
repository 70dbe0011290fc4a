package dev.bobbin.protocol.v2.plugin;

/** Somebody whom a plugin is shared with. */
public record PluginSharePrincipal(
        PluginSharePrincipalType principalType, String principalId, PluginSharePrincipalRole role, String name) {}
