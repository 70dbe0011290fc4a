package dev.bobbin.protocol.v2.plugin;

/** Parameters of {@code marketplace/remove}. */
public record MarketplaceRemoveParams(String marketplaceName) {}
