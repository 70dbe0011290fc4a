package dev.bobbin.protocol.v2.plugin;

/** Answer to {@code plugin/read}. */
public record PluginReadResponse(PluginDetail plugin) {}
