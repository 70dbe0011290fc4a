package dev.bobbin.protocol.v2.plugin;

import java.util.List;

/** Answer to {@code plugin/install}. */
public record PluginInstallResponse(PluginAuthPolicy authPolicy, List<AppSummary> appsNeedingAuth) {}
