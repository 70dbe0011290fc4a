package dev.bobbin.protocol.v2.plugin;

import org.jspecify.annotations.Nullable;

/** Answer to {@code plugin/skill/read}. */
public record PluginSkillReadResponse(@Nullable String contents) {}
