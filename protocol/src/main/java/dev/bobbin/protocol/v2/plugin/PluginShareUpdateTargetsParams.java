package dev.bobbin.protocol.v2.plugin;

import java.util.List;

/** Parameters of {@code plugin/share/updateTargets}. */
public record PluginShareUpdateTargetsParams(
        String remotePluginId,
        PluginShareUpdateDiscoverability discoverability,
        List<PluginShareTarget> shareTargets) {}
