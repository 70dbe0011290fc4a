package dev.bobbin.protocol.v2.plugin;

import dev.bobbin.protocol.wire.AbsolutePath;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Parameters of {@code plugin/share/save}. */
public record PluginShareSaveParams(
        @AbsolutePath String pluginPath,
        @Nullable String remotePluginId,
        @Nullable PluginShareDiscoverability discoverability,
        @Nullable List<PluginShareTarget> shareTargets) {}
