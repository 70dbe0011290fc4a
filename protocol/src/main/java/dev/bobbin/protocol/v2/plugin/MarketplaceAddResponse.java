package dev.bobbin.protocol.v2.plugin;

import dev.bobbin.protocol.wire.AbsolutePath;

/** Answer to {@code marketplace/add}. */
public record MarketplaceAddResponse(
        String marketplaceName, @AbsolutePath String installedRoot, boolean alreadyAdded) {}
