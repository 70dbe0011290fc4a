package dev.bobbin.protocol.v2.plugin;

import dev.bobbin.protocol.wire.AbsolutePath;

/** A marketplace that could not be loaded. */
public record MarketplaceLoadErrorInfo(@AbsolutePath String marketplacePath, String message) {}
