package dev.bobbin.protocol.v2.plugin;

/** Answer to {@code plugin/uninstall}. */
public record PluginUninstallResponse() {}
