package dev.bobbin.protocol.v2.plugin;

/** Answer to {@code plugin/share/delete}. */
public record PluginShareDeleteResponse() {}
