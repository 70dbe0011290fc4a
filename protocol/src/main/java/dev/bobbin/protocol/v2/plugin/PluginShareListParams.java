package dev.bobbin.protocol.v2.plugin;

/** Parameters of {@code plugin/share/list}. */
public record PluginShareListParams() {}
