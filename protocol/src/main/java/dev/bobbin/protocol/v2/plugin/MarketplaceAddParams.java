package dev.bobbin.protocol.v2.plugin;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Parameters of {@code marketplace/add}. */
public record MarketplaceAddParams(
        String source, @Nullable String refName, @Nullable List<String> sparsePaths) {}
