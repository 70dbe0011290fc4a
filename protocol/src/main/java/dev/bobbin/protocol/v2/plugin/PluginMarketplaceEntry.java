package dev.bobbin.protocol.v2.plugin;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.bobbin.protocol.wire.AbsolutePath;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A marketplace and its plugins. */
public record PluginMarketplaceEntry(
        String name,
        @AbsolutePath @Nullable String path,
        @JsonProperty("interface") @Nullable MarketplaceInterface presentation,
        List<PluginSummary> plugins) {}
