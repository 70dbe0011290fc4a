package dev.bobbin.protocol.v2.plugin;

import dev.bobbin.protocol.wire.AbsolutePath;
import org.jspecify.annotations.Nullable;

/** A plugin that the user shares. */
public record PluginShareListItem(
        PluginSummary plugin, @AbsolutePath @Nullable String localPluginPath) {}
