package dev.bobbin.protocol.v2.plugin;

import org.jspecify.annotations.Nullable;

/** Parameters of {@code marketplace/upgrade}. */
public record MarketplaceUpgradeParams(@Nullable String marketplaceName) {}
