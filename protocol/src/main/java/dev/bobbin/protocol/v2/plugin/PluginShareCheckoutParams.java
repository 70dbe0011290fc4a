package dev.bobbin.protocol.v2.plugin;

/** Parameters of {@code plugin/share/checkout}. */
public record PluginShareCheckoutParams(String remotePluginId) {}
