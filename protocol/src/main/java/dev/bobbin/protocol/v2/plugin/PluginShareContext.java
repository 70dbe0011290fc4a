package dev.bobbin.protocol.v2.plugin;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** How a plugin is shared. */
public record PluginShareContext(
        String remotePluginId,
        @Nullable String remoteVersion,
        @Nullable PluginShareDiscoverability discoverability,
        @Nullable String shareUrl,
        @Nullable String creatorAccountUserId,
        @Nullable String creatorName,
        @Nullable List<PluginSharePrincipal> sharePrincipals) {}
