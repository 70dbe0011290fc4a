package dev.bobbin.protocol.v2.plugin;

/** Parameters of {@code plugin/uninstall}. */
public record PluginUninstallParams(String pluginId) {}
