package dev.bobbin.protocol.v2.plugin;

import dev.bobbin.protocol.wire.AbsolutePath;
import org.jspecify.annotations.Nullable;

/** Parameters of {@code plugin/install}. */
public record PluginInstallParams(
        @AbsolutePath @Nullable String marketplacePath,
        @Nullable String remoteMarketplaceName,
        String pluginName) {}
