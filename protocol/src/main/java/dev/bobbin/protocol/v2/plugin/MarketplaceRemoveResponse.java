package dev.bobbin.protocol.v2.plugin;

import dev.bobbin.protocol.wire.AbsolutePath;
import org.jspecify.annotations.Nullable;

/** Answer to {@code marketplace/remove}. */
public record MarketplaceRemoveResponse(
        String marketplaceName, @AbsolutePath @Nullable String installedRoot) {}
