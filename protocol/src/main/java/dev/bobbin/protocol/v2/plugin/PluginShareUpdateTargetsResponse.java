package dev.bobbin.protocol.v2.plugin;

import java.util.List;

/** Answer to {@code plugin/share/updateTargets}. */
public record PluginShareUpdateTargetsResponse(
        List<PluginSharePrincipal> principals, PluginShareDiscoverability discoverability) {}
