package dev.bobbin.protocol.v2.plugin;

/** Answer to {@code plugin/share/save}. */
public record PluginShareSaveResponse(String remotePluginId, String shareUrl) {}
