package dev.bobbin.protocol.v2.plugin;

import org.jspecify.annotations.Nullable;

/** How a marketplace presents itself. */
public record MarketplaceInterface(@Nullable String displayName) {}
