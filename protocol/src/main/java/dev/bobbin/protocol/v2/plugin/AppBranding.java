package dev.bobbin.protocol.v2.plugin;

import org.jspecify.annotations.Nullable;

/** How an app presents its maker. */
public record AppBranding(
        @Nullable String category,
        @Nullable String developer,
        @Nullable String website,
        @Nullable String privacyPolicy,
        @Nullable String termsOfService,
        boolean isDiscoverableApp) {}
