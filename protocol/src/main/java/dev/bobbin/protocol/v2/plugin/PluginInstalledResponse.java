package dev.bobbin.protocol.v2.plugin;

import dev.bobbin.protocol.wire.Defaulted;
import java.util.List;

/** Answer to {@code plugin/installed}. */
public record PluginInstalledResponse(
        List<PluginMarketplaceEntry> marketplaces,
        @Defaulted List<MarketplaceLoadErrorInfo> marketplaceLoadErrors) {}
