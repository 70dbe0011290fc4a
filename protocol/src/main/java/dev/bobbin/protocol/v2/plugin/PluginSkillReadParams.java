package dev.bobbin.protocol.v2.plugin;

/** Parameters of {@code plugin/skill/read}. */
public record PluginSkillReadParams(String remoteMarketplaceName, String remotePluginId, String skillName) {}
