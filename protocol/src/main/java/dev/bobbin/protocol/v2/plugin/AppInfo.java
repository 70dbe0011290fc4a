package dev.bobbin.protocol.v2.plugin;

import dev.bobbin.protocol.wire.Defaulted;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** An app that the model can call, as the directory lists it. */
public record AppInfo(
        String id,
        String name,
        @Nullable String description,
        @Nullable String logoUrl,
        @Nullable String logoUrlDark,
        @Nullable String distributionChannel,
        @Nullable AppBranding branding,
        @Nullable AppMetadata appMetadata,
        @Nullable Map<String, String> labels,
        @Nullable String installUrl,
        @Defaulted boolean isAccessible,
        @Defaulted("true") boolean isEnabled,
        @Defaulted List<String> pluginDisplayNames) {}
