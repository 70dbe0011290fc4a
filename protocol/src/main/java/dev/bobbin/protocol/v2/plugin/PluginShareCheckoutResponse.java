package dev.bobbin.protocol.v2.plugin;

import dev.bobbin.protocol.wire.AbsolutePath;
import org.jspecify.annotations.Nullable;

/** Answer to {@code plugin/share/checkout}. */
public record PluginShareCheckoutResponse(
        String remotePluginId,
        String pluginId,
        String pluginName,
        @AbsolutePath String pluginPath,
        String marketplaceName,
        @AbsolutePath String marketplacePath,
        @Nullable String remoteVersion) {}
