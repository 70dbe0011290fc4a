package dev.bobbin.protocol.v2.plugin;

/** Parameters of {@code plugin/share/delete}. */
public record PluginShareDeleteParams(String remotePluginId) {}
