package dev.bobbin.protocol.v2.plugin;

/** A marketplace that could not be upgraded. */
public record MarketplaceUpgradeErrorInfo(String marketplaceName, String message) {}
