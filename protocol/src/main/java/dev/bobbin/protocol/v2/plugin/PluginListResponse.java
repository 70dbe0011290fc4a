package dev.bobbin.protocol.v2.plugin;

import dev.bobbin.protocol.wire.Defaulted;
import java.util.List;

/** Answer to {@code plugin/list}. */
public record PluginListResponse(
        List<PluginMarketplaceEntry> marketplaces,
        @Defaulted List<MarketplaceLoadErrorInfo> marketplaceLoadErrors,
        @Defaulted List<String> featuredPluginIds) {}
