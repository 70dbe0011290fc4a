package dev.bobbin.protocol.v2.config;

import java.util.List;

/** Plugins of another agent that can be taken over. */
public record PluginsMigration(String marketplaceName, List<String> pluginNames) {}
