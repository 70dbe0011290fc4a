package dev.bobbin.protocol.v2.plugin;

import dev.bobbin.protocol.wire.AbsolutePath;
import java.util.List;

/** Answer to {@code marketplace/upgrade}. */
public record MarketplaceUpgradeResponse(
        List<String> selectedMarketplaces,
        @AbsolutePath List<String> upgradedRoots,
        List<MarketplaceUpgradeErrorInfo> errors) {}
