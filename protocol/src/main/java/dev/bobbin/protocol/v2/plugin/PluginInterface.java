package dev.bobbin.protocol.v2.plugin;

import dev.bobbin.protocol.wire.AbsolutePath;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** How a plugin presents itself. */
public record PluginInterface(
        @Nullable String displayName,
        @Nullable String shortDescription,
        @Nullable String longDescription,
        @Nullable String developerName,
        @Nullable String category,
        List<String> capabilities,
        @Nullable String websiteUrl,
        @Nullable String privacyPolicyUrl,
        @Nullable String termsOfServiceUrl,
        @Nullable List<String> defaultPrompt,
        @Nullable String brandColor,
        @AbsolutePath @Nullable String composerIcon,
        @Nullable String composerIconUrl,
        @AbsolutePath @Nullable String logo,
        @Nullable String logoUrl,
        @AbsolutePath List<String> screenshots,
        List<String> screenshotUrls) {}
